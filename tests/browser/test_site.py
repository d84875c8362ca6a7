from __future__ import annotations

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import sync_playwright

SITE = Path(__file__).parents[2] / "docs" / "_build" / "html"
PAGES = sorted(str(page.relative_to(SITE)) for page in SITE.rglob("*.html"))

# What Sphinx makes for itself is reached from its own search and index.
MADE = {"search.html", "genindex.html", "py-modindex.html"}

LOOKS = {
    "wide and light": (1400, "light"),
    "wide and dark": (1400, "dark"),
    "narrow and light": (390, "light"),
    "narrow and dark": (390, "dark"),
}

SHOWN = """() => {
  const pictures = [...document.querySelectorAll("article img, article svg")];
  const named = each => each.closest("[aria-hidden=true]")
    || each.getAttribute("alt") || each.getAttribute("aria-label")
    || each.closest("[role=img][aria-label]");
  return {
    headings: document.querySelectorAll("h1").length,
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    unnamed: pictures.filter(each => !named(each)).map(each => each.outerHTML),
  };
}"""

LINKS = """() => ({
  ids: [...document.querySelectorAll("[id]")].map(each => each.id),
  links: [...document.querySelectorAll("a[href]")].map(each => each.href),
})"""


class _Quietly(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing of what was asked for."""


@pytest.fixture(scope="session")
def site():
    """
    The address at which the pages of ``make docs`` are served.
    """
    assert (SITE / "index.html").is_file(), "the pages are not built; run make docs"
    handler = partial(_Quietly, directory=SITE)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """
    The Chromium that this machine has.
    """
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        assert path, "there is no chromium; apt-get install chromium"
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


class Window:
    """A window of the browser, and what went wrong in it."""

    def __init__(self, page, site):
        self.page = page
        self.site = site
        self.faults = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("requestfailed", self._miss)
        page.on("response", self._receive)

    def _hear(self, said):
        if said.type in {"error", "warning"}:
            self.faults.append(f"{said.type}: {said.text}")

    def _miss(self, request):
        # What is still on its way when the next page is opened is called off.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.failure}: {request.url}")

    def _receive(self, response):
        is_ours = response.url.startswith((self.site, "data:"))
        if response.status >= 400 or not is_ours:
            self.faults.append(f"{response.status}: {response.url}")

    def open(self, name):
        """Open a page of the site."""
        self.faults.clear()
        self.page.goto(f"{self.site}{name}", wait_until="load")


@pytest.fixture(scope="module")
def opened(chromium, site):
    """
    A function that opens a window of a width, in a scheme of colours.
    """
    contexts = []

    def open_window(width=1400, scheme="light"):
        size = {"width": width, "height": 900}
        contexts.append(chromium.new_context(viewport=size, color_scheme=scheme))
        return Window(contexts[-1].new_page(), site)

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="module", params=LOOKS.values(), ids=LOOKS)
def window(request, opened):
    """
    A window that is wide or narrow, in light or in dark.
    """
    return opened(*request.param)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_shown_whole(name, window):
    """
    Nothing fails or complains, nothing comes from elsewhere, pictures are told in
    words, and the text fits the window.
    """
    window.open(name)

    shown = window.page.evaluate(SHOWN)
    assert window.faults == []
    assert shown["unnamed"] == []
    assert shown["headings"] == (name != "search.html")
    assert shown["overflow"] <= 0


def test_every_link_leads_to_its_place(opened, site):
    """
    Each link within the site names a page that is there, and a place on it; and from
    the first page every other is reached.
    """
    window = opened()
    ids, links = {}, {}
    for name in PAGES:
        window.open(name)
        found = window.page.evaluate(LINKS)
        ids[name] = {"", *found["ids"]}
        links[name] = [urljoin(f"{site}{name}", link) for link in found["links"]]

    within = {
        name: {
            (path.removeprefix(site) or "index.html", unquote(place))
            for path, place in map(urldefrag, found)
            if path.startswith(site)
        }
        for name, found in links.items()
    }
    broken = [
        (name, page, place)
        for name, found in within.items()
        for page, place in found
        if not (place in ids[page] if page in ids else (SITE / unquote(page)).is_file())
    ]
    assert broken == []

    reached, left = set(), ["index.html"]
    while left:
        page = left.pop()
        reached.add(page)
        left += {each for each, _ in within[page] if each in ids} - reached
    assert set(PAGES) - reached - MADE == set()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("measurability", "analysis"),
        ("uppföljning", "Handledning"),
        ("klarspråk-finns-inte", None),
    ],
)
def test_the_search_finds_pages(words, title, opened):
    """
    A word of the docs is found, with its Swedish letters; another is said not to be.
    """
    window = opened()

    window.open(f"search.html?q={words}")
    window.page.wait_for_selector("#search-results p.search-summary")
    window.page.wait_for_function(
        "!document.querySelector('#search-progress')?.textContent.includes('...')"
    )

    found = window.page.locator("#search-results li a").all_inner_texts()
    assert window.faults == []
    assert bool(found) is (title is not None)
    assert title is None or any(title in each for each in found)


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        (0, ["from datetime import date", "    for outcome in match.outcomes:"]),
        (1, ["python -m medborgarloften.examples try"]),
    ],
)
def test_the_button_copies_what_is_typed(number, typed, chromium, site):
    """
    Neither prompts nor what is printed are copied from the examples on the first page.
    """
    allowed = ["clipboard-read", "clipboard-write"]
    with chromium.new_context(permissions=allowed) as context:
        page = context.new_page()
        page.goto(f"{site}index.html")
        button = page.locator("button.copybtn").nth(number)
        shown = page.locator(button.get_attribute("data-clipboard-target")).inner_text()
        button.click(force=True)
        copied = page.evaluate("navigator.clipboard.readText()").splitlines()

    prompts = (">>> ", "... ", "$ ")
    lines = [line for line in shown.splitlines() if line.startswith(prompts)]
    assert copied == [line.partition(" ")[2] for line in lines]
    assert set(typed) <= set(copied)


def test_the_colours_can_be_changed(opened):
    """
    The button for light and dark changes what is shown, without a reload.
    """
    window = opened()
    window.open("index.html")

    colour = "getComputedStyle(document.body).backgroundColor"
    before = window.page.evaluate(colour)
    button = window.page.locator("button.theme-toggle:visible").first
    shown = {before}
    for _ in range(3):
        button.click()
        shown.add(window.page.evaluate(colour))
    assert len(shown) == 2
    assert window.faults == []
