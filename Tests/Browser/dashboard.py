"""The server under test, with a log of its own, and what a browser says about its pages."""

import gzip
import json
import os
import subprocess
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("CARTOGRAPH", ROOT / ".build/debug/cartograph"))


class Site:
    """A server on a free port, with a database in a folder that goes away."""

    def __init__(self, log=None):
        self.folder = tempfile.TemporaryDirectory()
        arguments = [PROGRAM, "serve", "--port", "0", "--database", f"sqlite:{self.folder.name}/shop.sqlite"]
        if log:
            arguments += ["--import", str(log)]
        self.process = subprocess.Popen(arguments, cwd=self.folder.name, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if "Cartograph is at " in line:
                self.address = line.split()[-1].rstrip("/")
                return
        raise RuntimeError("the server did not start")

    def cpu_seconds(self):
        """The processor time that the server took so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def fetch(self, path):
        """Returns a body as it comes over the wire, compressed, and its media type."""
        request = urllib.request.Request(self.address + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as reply:
            return reply.read(), reply.headers.get_content_type(), reply.headers.get("Content-Encoding")

    def text(self, path):
        body, _, coding = self.fetch(path)
        return (gzip.decompress(body) if coding == "gzip" else body).decode()

    def import_log(self, text):
        request = urllib.request.Request(
            self.address + "/api/imports", data=text.encode(), headers={"Content-Type": "text/csv"}, method="POST"
        )
        with urllib.request.urlopen(request) as reply:
            return json.load(reply)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.process.stdout.close()
        self.folder.cleanup()


def open_browser(width=1280, height=900, script=True, dark=False):
    """Opens Chromium without a window."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", f"--window-size={width},{height}", "--lang=en-US",
        "--disable-background-networking", "--disable-component-update",
    ]:
        options.add_argument(argument)
    if dark:
        options.add_argument("--force-dark-mode")
    if not script:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    )
    set_dark(browser, dark)
    browser.set_page_load_timeout(30)
    return browser


def set_dark(browser, dark, medium=""):
    """Has the browser prefer one of the appearances, on a screen or on another medium."""
    features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})


def patience(browser):
    """Waits for what is true of a page, and looks again where the page changed meanwhile."""
    from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, 15, ignored_exceptions=[NoSuchElementException, StaleElementReferenceException])


def click(browser, selector):
    """Clicks the first element that matches. A page that learns of a change at that moment has another one in its place."""
    from selenium.webdriver.common.by import By

    patience(browser).until(lambda _: browser.find_element(By.CSS_SELECTOR, selector).click() is None)


def complaints(browser, address):
    """Returns what the console says, a policy report among it, and requests to other hosts, since the last time it was asked."""
    found = [entry["message"] for entry in browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if not url.startswith((address, "data:", "about:", "chrome:")):
                found.append(f"a request to {url}")
    return found
