import type { Page } from "playwright-core";

/**
 * Texts on the page that are cut off where no scrolling reaches them, and whose whole wording stands in no `title`
 * or label either. Also placeholders that do not fit their field. Text for screen readers only is left alone.
 */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK_PX = 1.5;
    const plain = (text: string) => text.replace(/\s+/gu, " ").trim();
    const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";

    /** Which edge of which ancestor cuts the text, or null. A scroller in between makes the rest reachable. */
    function cutBy(text: Text): string | null {
      const range = document.createRange();
      range.selectNodeContents(text);
      const rect = range.getBoundingClientRect();
      // Wholly outside is on purpose: the link that shows up when the keyboard reaches it.
      if (rect.bottom <= 0 || rect.right <= 0) return null;
      let x = true;
      let y = true;
      for (let box = text.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        const beyondX = rect.right > edge.right + SLACK_PX || rect.left < edge.left - SLACK_PX;
        const beyondY = rect.bottom > edge.bottom + SLACK_PX || rect.top < edge.top - SLACK_PX;
        if (x && hides(overflowX) && beyondX) return "width";
        if (y && hides(overflowY) && beyondY) return "height";
        x &&= overflowX === "visible" || hides(overflowX);
        y &&= overflowY === "visible" || hides(overflowY);
        if (position === "fixed" || (!x && !y)) return null;
      }
      if (x && (rect.right > innerWidth + SLACK_PX || rect.left < -SLACK_PX)) return "window width";
      return y && (rect.bottom > innerHeight + SLACK_PX || rect.top < -SLACK_PX) ? "window height" : null;
    }

    function isForEyes(element: Element): boolean {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      return element.closest('[aria-hidden="true"], .visually-hidden, textarea, style, script') === null;
    }

    function isTold(text: Text): boolean {
      const words = plain(text.data);
      for (let box = text.parentElement, up = 0; box !== null && up < 4; box = box.parentElement, up += 1) {
        const told = [box.getAttribute("title"), box.getAttribute("aria-label")];
        if (told.some((one) => one !== null && plain(one).includes(words))) return true;
      }
      return false;
    }

    const clipped: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || plain(node.data) === "") continue;
      const { parentElement } = node;
      if (parentElement === null || !isForEyes(parentElement)) continue;
      const edge = cutBy(node);
      if (edge !== null && !isTold(node)) clipped.push(`"${plain(node.data)}" is cut by the ${edge}`);
    }
    for (const area of document.querySelectorAll("textarea")) {
      if (!isForEyes(area) || !hides(getComputedStyle(area).overflowY)) continue;
      if (area.scrollHeight > area.clientHeight + 2) clipped.push(`"${area.value}" does not fit its field`);
    }
    const measure = document.createElement("canvas").getContext("2d");
    for (const input of document.querySelectorAll("input")) {
      if (input.placeholder === "" || input.value !== "" || measure === null || !isForEyes(input)) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      measure.font = font;
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const { width } = measure.measureText(input.placeholder);
      if (width > room + SLACK_PX) clipped.push(`placeholder "${input.placeholder}" does not fit its field`);
    }
    return clipped;
  });
}

/** What would have to be scrolled sideways to see all of it, the page itself included. */
export function sidewaysScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) =>
      element === document.documentElement ||
      element === document.body ||
      /auto|scroll/.test(getComputedStyle(element).overflowX);
    return [...document.querySelectorAll("*")]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && scrolls(element))
      .filter((element) => !(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
      .map(({ tagName, className, scrollWidth, clientWidth }) => {
        return `<${tagName.toLowerCase()} ${className}> scrolls sideways by ${scrollWidth - clientWidth} px`;
      });
  });
}
