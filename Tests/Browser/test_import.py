"""A first visit to an empty database: a log is dropped, looked at and kept."""

import base64
import tempfile
import unittest
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from dashboard import ROOT, Site, click, complaints, open_browser, patience

HEADER = "OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice"
ROWS = ["1,U1,2024-01-31,P1,Milk,House,Dairy,2,2.48,4.96", "2,U1,2024-02-30,P1,Milk,House,Dairy,1,2.48,2.48"]

# A drop as the browser makes it of a file from a desktop.
DROP = """
const bytes = Uint8Array.from(atob(arguments[1]), (letter) => letter.charCodeAt(0));
const data = new DataTransfer();
data.items.add(new File([bytes], "log.csv", { type: "text/csv" }));
for (const name of ["dragenter", "dragover", "drop"]) {
  arguments[0].dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data }));
}
"""


class ImportTests(unittest.TestCase):
    def setUp(self):
        self.site = Site()
        self.addCleanup(self.site.stop)

    def browse(self, **options):
        browser = open_browser(**options)
        self.addCleanup(browser.quit)
        browser.get(self.site.address)
        self.assertIn("Bring a purchase log", browser.find_element(By.TAG_NAME, "main").text)
        return browser

    def wait(self, browser, condition):
        return patience(browser).until(lambda _: condition())

    def finish(self, browser):
        """Looks at what was found, keeps it, and goes on to the shopper."""
        text = lambda: browser.find_element(By.TAG_NAME, "main").text
        self.wait(browser, lambda: "2 rows read: 1 accepted, 1 rejected." in text())
        self.assertIn("2024-02-30", text())
        self.assertIn("is not a day of the calendar", text())
        click(browser, "form[action='/import/confirmation'] button")
        self.wait(browser, lambda: "log.csv was imported" in text())
        click(browser, ".actions .button")
        self.wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".shoppers a"))
        click(browser, ".shoppers a")
        self.wait(browser, lambda: "4.96" in text())

    def test_a_file_is_dropped(self):
        browser = self.browse()
        log = base64.b64encode("\n".join([HEADER, *ROWS]).encode()).decode()
        browser.execute_script(DROP, browser.find_element(By.CSS_SELECTOR, "[data-drop]"), log)
        self.finish(browser)
        self.assertEqual(complaints(browser, self.site.address), [])

    def test_everything_works_without_script(self):
        browser = self.browse(script=False, width=360)
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder, "log.csv")
            log.write_text("\n".join([HEADER, *ROWS]))
            browser.find_element(By.CSS_SELECTOR, "input[type=file]").send_keys(str(log))
            click(browser, ".upload button")
            self.finish(browser)
        find = lambda selector: browser.find_element(By.CSS_SELECTOR, selector)
        Select(find("[name=month]")).select_by_value("2024-01")
        click(browser, ".filters button")
        self.wait(browser, lambda: "month=2024-01" in browser.current_url)
        for tab in range(5):
            browser.find_elements(By.CSS_SELECTOR, ".tabs a")[tab].click()
            self.wait(browser, lambda: "month=2024-01" in browser.current_url)
        browser.get(f"{self.site.address}/users/U1/saved")
        find("[name=item]").send_keys("Tea")
        click(browser, "[name=do][value=add]")
        self.wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".item"))
        click(browser, "[name=do][value=check]")
        self.wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".item.done"))
        click(browser, "[name=do][value=undo]")
        self.wait(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, ".item.done"))
        click(browser, "[name=do][value=remove]")
        self.wait(browser, lambda: "Nothing saved yet" in find("main").text)
        Select(find("[name=appearance]")).select_by_value("dark")
        click(browser, ".settings button")
        self.wait(browser, lambda: find("html").get_attribute("data-theme") == "dark")
        self.assertEqual(complaints(browser, self.site.address), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
