// Boxes that overflow can be reached and scrolled by keyboard; boxes that fit are no tab stops.
const boxes = 'pre, .table-wrapper, .scrolls, p:has(> img[src*="/performance-"])';
const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
addEventListener("DOMContentLoaded", () => document.querySelectorAll(boxes).forEach((box) => watch.observe(box)));
