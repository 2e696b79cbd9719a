// What is wider than its box can be reached and scrolled by keyboard; what fits is no stop on the way.
const boxes = "pre, .table-wrapper, .scrolls";
const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
addEventListener("DOMContentLoaded", () => document.querySelectorAll(boxes).forEach((box) => watch.observe(box)));
