"""Debian's Chromium without a screen, as the tests of the page use it."""

import shutil
import tempfile
from urllib.parse import urlsplit, urlunsplit

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
         "--enable-precise-memory-info", "--force-device-scale-factor=1", "--hide-scrollbars")
PATIENCE_S = 20.0


class Browser:
    """A context with one page in one window, with a user profile of its own."""

    def __init__(self, width=1600, height=900, dark=False):
        self._size, self._dark = (width, height), dark
        self.profile, self.driver = None, None

    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="dmm-browser-")
        options = Options()
        options.binary_location = next(filter(None, map(shutil.which, PROGRAMS)))
        for flag in (*FLAGS, f"--user-data-dir={self.profile}", f"--window-size={self._size[0]},{self._size[1]}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        try:
            self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
            self.resize(*self._size)
            self.dark(self._dark)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error):
        if self.driver:
            self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, url, user="onos", password="rocks"):
        """Log in and go there. Credentials are told by the first address alone, as a user tells them once."""
        parts = urlsplit(url)
        self.driver.get(urlunsplit(parts._replace(netloc=f"{user}:{password}@{parts.netloc}")))
        self.driver.get(url)

    def leave(self):
        """Be nowhere, so that the page that was open asks for nothing more."""
        self.driver.get("about:blank")

    def resize(self, width, height):
        """The room of the page itself, without the window's frame."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def dark(self, dark):
        """What the system prefers."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def go(self, fragment):
        """Follow a link within the page."""
        self.driver.execute_script("location.hash = arguments[0]", fragment)

    def run(self, script, *arguments):
        """What a function body returns in the page."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        """What is seen of each element, in their order."""
        return self.run("return [...document.querySelectorAll(arguments[0])].map(one => one.innerText.trim())",
                        selector)

    def text(self, selector="body"):
        return "\n".join(self.texts(selector))

    def wait(self, what, holds, timeout_s=PATIENCE_S):
        """Until `holds(browser)` is true; what it returned. Elements may be replaced under it meanwhile."""
        try:
            return WebDriverWait(self.driver, timeout_s, 0.1, (StaleElementReferenceException, JavascriptException)) \
                .until(lambda _driver: holds(self))
        except TimeoutException:
            raise AssertionError(f"waited {timeout_s:g} s in vain until {what}; the page says:\n"
                                 f"{self.text()[:1500]}\n{self.complaints()}") from None

    def see(self, words, selector="body", timeout_s=PATIENCE_S):
        """Until these words are seen."""
        self.wait(f"{selector} says {words!r}", lambda one: words in one.text(selector), timeout_s)

    def complaints(self):
        """Errors and warnings on the console since it was last asked, one line each."""
        return [one["message"] for one in self.driver.get_log("browser") if one["level"] in ("SEVERE", "WARNING")]

    def screenshot(self, path):
        self.driver.save_screenshot(str(path))

    def metrics(self):
        """The browser's own figures of the page: heap, documents, nodes."""
        self.driver.execute_cdp_cmd("Performance.enable", {})
        found = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return {one["name"]: one["value"] for one in found}
