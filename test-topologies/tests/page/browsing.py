"""What every test of the page needs: one browser for all of them, a network of its own for each."""

import atexit
import functools
import unittest

from scenarios.page.browser import Browser
from scenarios.page.feed import Network
from scenarios.page.server import PageServer


@functools.cache
def the_browser():
    """Started with the first test, ended with the program: it takes longer to start than a test."""
    browser = Browser().__enter__()
    atexit.register(browser.__exit__)
    return browser


class PageTest(unittest.TestCase):
    """Opens the page before each test; afterwards there must be nothing on the console that a test does not expect."""

    @property
    def browser(self):
        return the_browser()

    def serve(self, network=None, **options):
        """A network and its server."""
        server = PageServer(network or Network(), **options)
        server.start()
        self.addCleanup(server.stop)
        return server

    def open(self, server, fragment="", user="onos", password="rocks"):
        """The page, once it shows the network. What the page before it complained about is forgotten."""
        self.browser.leave()
        self.browser.complaints()
        self.browser.resize(1600, 900)
        self.browser.open(server.url + fragment, user, password)
        self.browser.wait("the map is there", lambda page: page.all("svg .anchor"))

    def assert_quiet(self, *expected):
        """No errors on the console, but those that have one of these words in them."""
        heard = [one for one in self.browser.complaints() if not any(words in one for words in expected)]
        self.assertEqual([], heard)
