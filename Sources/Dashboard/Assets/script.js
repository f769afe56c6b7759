// Makes nicer what works without it: forms and links do everything.
"use strict";

const live = document.querySelector(".live");

function say(text) {
  live.replaceChildren(text);
  setTimeout(() => { if (live.textContent === text) live.replaceChildren(); }, 4000);
}

// The appearance changes at once, and is remembered by the server as without script.
document.addEventListener("change", (event) => {
  if (event.target.dataset?.setting !== "appearance") return;
  const value = event.target.value;
  if (value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
  fetch("/settings", { method: "POST", body: new URLSearchParams({ appearance: value, back: "/" }), redirect: "manual" });
});

// A file may be dropped anywhere on the form's card; it is sent at once.
function prepareDrop(area) {
  const form = area.querySelector("form");
  const input = form.querySelector("input[type=file]");
  area.querySelector(".drop-hint").hidden = false;
  for (const name of ["dragenter", "dragover"]) {
    area.addEventListener(name, (event) => { event.preventDefault(); area.classList.add("over"); });
  }
  area.addEventListener("dragleave", (event) => { if (!area.contains(event.relatedTarget)) area.classList.remove("over"); });
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (event.dataTransfer.files.length !== 1) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

// The values of a chart, one after the other by the arrow keys, or under the pointer.
function preparePlot(plot) {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("role", "status");
  plot.append(tip);
  const marks = () => [...plot.querySelectorAll("[data-mark]")].filter((mark) => mark.getClientRects().length);
  let current = null;
  const show = (mark) => {
    current?.classList.remove("read");
    current = mark;
    tip.textContent = mark ? mark.dataset.mark : "";
    if (!mark) return;
    mark.classList.add("read");
    const box = mark.getBoundingClientRect(), frame = plot.getBoundingClientRect();
    const half = tip.offsetWidth / 2;
    const middle = box.left + box.width / 2 - frame.left;
    tip.style.left = `${Math.min(Math.max(middle, half), Math.max(frame.width - half, half))}px`;
    tip.style.top = `${Math.max(box.top - frame.top, tip.offsetHeight + 8)}px`;
  };
  // The browser's own tooltip would stand beside ours.
  for (const title of plot.querySelectorAll("svg g > title")) {
    title.parentElement.dataset.mark = title.textContent;
    title.remove();
  }
  plot.addEventListener("pointerover", (event) => show(event.target.closest("[data-mark]")));
  plot.addEventListener("pointerleave", () => show(null));
  plot.addEventListener("blur", () => show(null));
  plot.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") return show(null);
    if (!step) return;
    const all = marks();
    if (!all.length) return;
    event.preventDefault();
    const direction = document.documentElement.dir === "rtl" && event.key.match(/Left|Right/) ? -step : step;
    const place = current ? all.indexOf(current) + direction : direction > 0 ? 0 : all.length - 1;
    show(all[(place + all.length) % all.length]);
  });
}

function prepareCopy(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = button.parentElement.querySelector("textarea");
    text.select();
    await navigator.clipboard.writeText(text.value);
    say(live.dataset.copied);
  });
}

function prepare(root) {
  root.querySelectorAll("[data-drop]").forEach(prepareDrop);
  root.querySelectorAll("[data-plot]").forEach(preparePlot);
  root.querySelectorAll(".copy").forEach(prepareCopy);
}

// What changed elsewhere is shown here, unless someone is writing.
function isBusy() {
  const field = document.activeElement;
  return field?.matches?.("main input:not([type=checkbox]), main textarea:not([readonly]), main select") ||
    document.querySelector("main .choice details[open]");
}

async function refresh() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const open = [...document.querySelectorAll("main details[open]")].map((details) => details.closest("[id]")?.id).filter(Boolean);
  const focus = document.activeElement?.closest("[id]")?.id;
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  for (const id of open) document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  prepare(document.querySelector("main"));
  say(live.dataset.changed);
}

const path = document.body.dataset.events;
if (path) {
  let events = null;
  let known = null;
  const listen = () => {
    events = new EventSource(path);
    events.addEventListener("state", (event) => {
      if (known === null || known === event.data) return void (known = event.data);
      known = event.data;
      if (!isBusy()) return void refresh();
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = live.dataset.show;
      live.replaceChildren(live.dataset.waiting, link);
    });
  };
  // A page that nobody sees holds no connection: a browser has only six for a server. It asks again when it is looked at.
  const watch = () => { events?.close(); if (document.visibilityState === "visible") listen(); };
  document.addEventListener("visibilitychange", watch);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) watch(); });
  watch();
}

prepare(document);

// On a telephone the views are wider than the screen: the one that is shown is brought into sight.
const tabs = document.querySelector(".tabs");
const tab = tabs?.querySelector("[aria-current]");
if (tab) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
