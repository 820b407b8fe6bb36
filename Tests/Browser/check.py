"""Opens every report at three widths, light and dark, and on paper.

Fails on console errors, requests to anywhere, content wider than the screen, elements that are not there, what axe-core
calls a violation of WCAG 2.2 AA or of good practice, what a keyboard cannot reach or does not show, and too many pages of A4.
Keeps the pages, screenshots and prints.
"""

import pathlib
import re
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import pages

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
# Layout differs by width, contrast by scheme: two runs see all of both.
AXE_AT = {(360, "light"), (1280, "dark")}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
A4_POINTS = (595, 842)
FOCUSABLE = "a[href], summary, [tabindex='0']"


class Report:
    """One page, and what is wrong with it."""

    def __init__(self, name, file, required, most_pages):
        self.name, self.file, self.required, self.most_pages = name, file, required, most_pages
        self.problems = []

    def fail(self, problem):
        self.problems.append(problem)

    def open(self, browser, **options):
        page = browser.new_page(**options)
        page.on("console", lambda message: self.fail(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.fail(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.fail(f"dialog: {dialog.message}"), dialog.dismiss()))
        address = self.file.resolve().as_uri()
        page.on("request", lambda request: request.url.startswith(("data:", address)) or self.fail(f"request: {request.url}"))
        page.goto(address)
        return page

    def check_screen(self, browser, width, scheme, folder):
        page = self.open(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            self.fail(f"{width} px: the content is {needed} px wide")
        page.screenshot(path=folder / f"{self.name}-{width}-{scheme}.png", full_page=True)
        if (width, scheme) in AXE_AT:
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
            for violation in Axe().run(page, options=AXE).response["violations"]:
                where = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                self.fail(f"{width} px, {scheme}: axe {violation['id']}: {violation['help']}: {where}")
        page.close()

    def check_elements(self, browser):
        page = self.open(browser)
        for selector, fewest in self.required.items():
            found = page.locator(selector).count()
            if found < fewest:
                self.fail(f"{found} of {selector}, expected {fewest} at least")
        if page.locator("script").count():
            self.fail("there is a script")
        page.close()

    def check_keyboard(self, browser):
        """Tab reaches every link, fold and scrolling region, in order, and shows where it is."""
        page = self.open(browser, viewport={"width": 1280, "height": 900})
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        expected = page.locator(FOCUSABLE).count()
        for place in range(expected):
            page.keyboard.press("Tab")
            focus = page.evaluate(
                """selector => {
                    const element = document.activeElement
                    return {place: [...document.querySelectorAll(selector)].indexOf(element),
                            shown: getComputedStyle(element).outlineStyle !== 'none',
                            inView: element.getBoundingClientRect().top < innerHeight}
                }""", FOCUSABLE)
            if focus != {"place": place, "shown": True, "inView": True}:
                self.fail(f"keyboard: stop {place + 1} of {expected} is {focus}")
                break
        page.close()

    def check_print(self, browser, folder):
        page = self.open(browser)
        file = folder / f"{self.name}.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        data = file.read_bytes()
        count = len(re.findall(rb"/Type\s*/Page\b(?!s)", data))
        if not 1 <= count <= self.most_pages:
            self.fail(f"print: {count} pages, expected {self.most_pages} at most")
        for box in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data):
            if any(abs(float(side) - expected) > 1.5 for side, expected in zip(box, A4_POINTS)):
                self.fail(f"print: a page of {box} points is no A4")
        page.close()
        return count


def main(repcount, fixtures, artefacts, chromium):
    folder = pathlib.Path(artefacts)
    folder.mkdir(parents=True, exist_ok=True)
    reports = [Report(*page) for page in pages.make(repcount, fixtures, folder)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for report in reports:
            report.check_elements(browser)
            for width in WIDTHS:
                for scheme in SCHEMES:
                    report.check_screen(browser, width, scheme, folder)
            report.check_keyboard(browser)
            count = report.check_print(browser, folder)
            size = report.file.stat().st_size // 1000
            print(f"{'FAILED' if report.problems else 'passed'}  {report.name}: {size} kB, {count} pages of A4")
            for problem in dict.fromkeys(report.problems):
                print(f"        {problem}")
        browser.close()
    print(f"pages, screenshots and prints are in {folder}")
    return any(report.problems for report in reports)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
