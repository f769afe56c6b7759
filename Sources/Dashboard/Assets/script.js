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

// An address says what was chosen, and nothing of what was not.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
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
  // Once somebody reads the chart: thousands of marks would keep a page from being painted. The browser's own tooltip would stand
  // beside ours.
  let isPrepared = false;
  const prepareMarks = () => {
    if (isPrepared) return;
    isPrepared = true;
    for (const title of plot.querySelectorAll(".mark > title")) {
      title.parentElement.dataset.mark = title.textContent;
      title.remove();
    }
  };
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
  plot.addEventListener("pointerover", (event) => {
    prepareMarks();
    show(event.target.closest("[data-mark]"));
  });
  // A finger that is lifted leaves the value to be read, until another is touched or the focus goes elsewhere.
  plot.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") show(null); });
  plot.addEventListener("blur", () => show(null));
  plot.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") return show(null);
    if (!step) return;
    prepareMarks();
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
  button.addEventListener("click", () => {
    const text = button.parentElement.querySelector("textarea");
    text.select();
    // As a picture where it is pasted into a mail, as HTML where it is pasted into a text. The newer way of copying would have the
    // policy of this page judge the styles of the mail.
    document.addEventListener("copy", (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", text.value);
      if (text.value.startsWith("<")) event.clipboardData.setData("text/html", text.value);
    }, { once: true });
    if (!document.execCommand("copy")) return;
    say(live.dataset.copied);
  });
}

// On a telephone the views are wider than the screen: the one that is shown is brought into sight.
function prepareTabs(tabs) {
  const tab = tabs.querySelector("[aria-current]");
  if (tab) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
}

function prepare(root) {
  root.querySelectorAll(".tabs").forEach(prepareTabs);
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

// Whether the change that is told of next was made here: then there is nothing to say.
let isOwn = false;

async function refresh() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  await show(response);
  if (!isOwn) say(live.dataset.changed);
  isOwn = false;
}

// What is in the page gives way to what an answer has; the reader's place stays, and the keyboard's.
const controls = (root) => [...root.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")];

async function show(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const open = [...document.querySelectorAll("main details[open]")].map((details) => details.closest("[id]")?.id).filter(Boolean);
  const place = document.activeElement?.closest("main [id], main");
  const index = place ? controls(place).indexOf(document.activeElement) : -1;
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  for (const id of open) document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
  if (place) {
    const kept = document.getElementById(place.id);
    const next = kept && index >= 0 ? controls(kept).slice(index).find((control) => !control.disabled) : kept;
    (next ?? document.querySelector("main")).focus({ preventScroll: true });
  }
  prepare(document.querySelector("main"));
}

// A change to a list that leads back to the same view is shown where the reader is.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest(".items, .actions") || event.submitter?.value === "share") return;
  const target = form.querySelector("[name=back]")?.value ?? form.getAttribute("action");
  if (new URL(target, location.href).pathname !== location.pathname) return;
  event.preventDefault();
  const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
  if (!response.ok || !response.redirected) return void location.reload();
  if (new URL(response.url).href !== location.href) history.replaceState(null, "", response.url);
  isOwn = true;
  await show(response);
});

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
