"use strict";
// Keys, hovering, drawing and small comforts. Every page can be read, and everything decided, without it.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const chinese = document.documentElement.lang.startsWith("zh");
  const say = (english, translated) => (chinese ? translated : english);

  const toast = (words) => {
    const place = one("#toast");
    place.textContent = words;
    place.classList.add("shown");
    setTimeout(() => place.classList.remove("shown"), 3500);
  };

  // Keys: whatever has data-key is pressed by it; `g` and a letter lead to a section.
  let leading = false;
  const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select");
  const press = (key) => {
    const target = all("[data-key]").find((each) => each.dataset.key === key && !each.disabled);
    if (!target) return false;
    target.click();
    return true;
  };
  const moveRow = (step) => {
    const rows = all("[data-row]");
    if (!rows.length) return false;
    const now = rows.indexOf(document.activeElement);
    const next = rows[Math.min(Math.max(now + step, 0), rows.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };
  const lead = (key) => {
    leading = false;
    const target = all("[data-go]").find((each) => each.dataset.go === key);
    if (target) target.click();
    return Boolean(target);
  };
  const handle = (event) => {
    if (leading) return lead(event.key);
    if (event.key === "?") return toggleHelp();
    if (event.key === "/") return focusSearch();
    if (event.key === "g") { leading = true; setTimeout(() => { leading = false; }, 1500); return true; }
    if (event.key === "Escape" && document.body.classList.contains("drawing")) return stopDrawing();
    if (press(event.key)) return true;
    if (event.key === "j" || event.key === "ArrowDown" && document.activeElement.matches("[data-row]")) return moveRow(1);
    if (event.key === "k" || event.key === "ArrowUp" && document.activeElement.matches("[data-row]")) return moveRow(-1);
    return false;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (one("dialog[open]") && event.key !== "?") return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (handle(event)) event.preventDefault();
  });

  // What is written in a box of many lines is sent by Ctrl and Enter.
  all("[data-submit]").forEach((field) => field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); field.form.requestSubmit(); }
  }));

  const toggleHelp = () => {
    const help = one("#help");
    if (help.open) help.close(); else help.showModal();
    return true;
  };
  const focusSearch = () => {
    const field = one("[data-search]");
    if (field) { field.focus(); field.select(); }
    return Boolean(field);
  };
  one("#help-button")?.addEventListener("click", toggleHelp);
  all("[data-close]").forEach((button) => button.addEventListener("click", () => button.closest("dialog").close()));
  all("[data-opens]").forEach((button) => button.addEventListener("click", () => {
    const part = one("#" + button.dataset.opens);
    part.open = true;
    one("input:not([type=hidden])", part)?.select();
  }));

  // Forms: choices apply at once; a decision is sent once, and only in somebody's name.
  all("form[data-choose] select").forEach((field) => field.addEventListener("change", () => field.form.requestSubmit()));
  all(".reviewer input[name=who]").forEach((field) => field.addEventListener("change", () => field.form.requestSubmit()));
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-needs-reviewer]")) return;
    if (!document.body.dataset.reviewer) {
      event.preventDefault();
      one(".reviewer input[name=who]").focus();
      toast(say("Say who you are first.", "請先填寫您的名字。"));
    } else if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = "1";
    }
  });
  // A page that comes back out of the browser's memory may be decided on again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) all("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // What belongs together lights up together.
  const light = (id, isHot) => all(`[data-mark="${CSS.escape(id)}"]`).forEach((each) => each.classList.toggle("hot", isHot));
  all("[data-mark]").forEach((each) => {
    each.addEventListener("mouseenter", () => light(each.dataset.mark, true));
    each.addEventListener("mouseleave", () => light(each.dataset.mark, false));
  });
  const showMarks = () => all(".mark.selected").forEach((mark) => {
    const pane = mark.closest(".scroll");
    if (!pane) return;
    const [box, frame] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
    pane.scrollTop += box.top - frame.top - (frame.height - box.height) / 3;
    pane.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2;
  });
  showMarks();
  one(".neighbours [aria-current]")?.scrollIntoView({ block: "nearest" });
  all("[data-prefetch]").forEach((each) => window.addEventListener("load", () => { new Image().src = each.dataset.prefetch; }));

  // Drawing a box around what was missed.
  const overlay = one("#overlay");
  const addition = one("#addition");
  let start = null;
  let box = null;
  const pointOf = (event) => {
    const place = overlay.createSVGPoint();
    [place.x, place.y] = [event.clientX, event.clientY];
    return place.matrixTransform(overlay.getScreenCTM().inverse());
  };
  const stopDrawing = () => {
    document.body.classList.remove("drawing");
    box?.remove();
    [start, box] = [null, null];
    return true;
  };
  const put = (to) => {
    const sizes = { x: Math.min(start.x, to.x), y: Math.min(start.y, to.y), width: Math.abs(to.x - start.x), height: Math.abs(to.y - start.y) };
    Object.entries(sizes).forEach(([name, value]) => box.setAttribute(name, value.toFixed(1)));
    return sizes;
  };
  const finish = (event) => {
    const sizes = put(pointOf(event));
    document.body.classList.remove("drawing");
    if (sizes.width < 3 || sizes.height < 3) return stopDrawing();
    const corners = { x0: sizes.x, y0: sizes.y, x1: sizes.x + sizes.width, y1: sizes.y + sizes.height };
    Object.entries(corners).forEach(([name, value]) => { one(`input[name=${name}]`, addition).value = value.toFixed(1); });
    one("#drawn").textContent = say("Box drawn. Which item is it for?", "已框選。請選擇題項。");
    start = null;
    addition.showModal();
    return true;
  };
  if (overlay && addition) {
    one("#draw").addEventListener("click", () => {
      if (document.body.classList.toggle("drawing")) toast(say("Draw a box on the page; b again for the web, Esc to stop.", "請在頁面上框選；再按 b 填寫網頁，Esc 取消。"));
      else addition.showModal();
    });
    overlay.addEventListener("pointerdown", (event) => {
      if (!document.body.classList.contains("drawing")) return;
      event.preventDefault();
      overlay.setPointerCapture(event.pointerId);
      start = pointOf(event);
      box?.remove();
      box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      box.setAttribute("class", "drawn");
      overlay.append(box);
      put(start);
    });
    overlay.addEventListener("pointermove", (event) => { if (start) put(pointOf(event)); });
    overlay.addEventListener("pointerup", (event) => { if (start) finish(event); });
    addition.addEventListener("close", stopDrawing);
  }
})();
