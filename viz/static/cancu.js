// Enhancements only: every page works without this file.

const drawing = document.querySelector("[data-drawing]");
const words = document.querySelector("[data-copy]");

function button(text, className, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", () => act(made));
  return made;
}

// "/" puts the cursor into the search box.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const field = document.querySelector("[data-search]");
  if (event.key === "/" && !typing && field && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// Copying: a selection and the old command also work where a page has no secure context.
function copyNodes(node) {
  const selection = window.getSelection();
  const range = document.createRange();
  range.selectNodeContents(node);
  selection.removeAllRanges();
  selection.addRange(range);
  const done = document.execCommand("copy");
  selection.removeAllRanges();
  return done;
}

function copyText(text) {
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "quiet";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}

function say(made, done) {
  if (!done) return;
  const before = made.textContent;
  made.textContent = words.dataset.copied;
  setTimeout(() => { made.textContent = before; }, 1500);
}

if (words) {
  for (const proof of words.querySelectorAll("[data-proof]")) {
    const where = proof.querySelector(".where");
    where.append(button(words.dataset.copy, "copy", (made) => {
      const sentence = proof.querySelector(".sentence").textContent.trim();
      say(made, copyText(`“${sentence}” (${where.querySelector("a").textContent.trim()})`));
      made.focus();
    }));
  }
  for (const table of words.querySelectorAll("table")) {
    const made = button(words.dataset.copyTable, "copy-table", (pressed) => {
      const plain = table.cloneNode(true);
      for (const extra of plain.querySelectorAll(".copy, .in-drawing, .quiet")) extra.remove();
      plain.className = "relations";
      table.after(plain);
      say(pressed, copyNodes(plain.parentNode === table.parentNode ? plain : table));
      plain.remove();
    });
    table.parentNode.before(made);
  }
}

if (drawing) {
  const svg = drawing.querySelector("svg");
  const size = { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
  let zoom = 1;

  function scale(next, at) {
    const before = zoom;
    const box = drawing.getBoundingClientRect();
    const x = at ? at.clientX - box.left : drawing.clientWidth / 2;
    const y = at ? at.clientY - box.top : drawing.clientHeight / 2;
    const left = drawing.scrollLeft + x;
    const top = drawing.scrollTop + y;
    zoom = Math.min(Math.max(next, 0.15), 3);
    svg.setAttribute("width", size.width * zoom);
    svg.setAttribute("height", size.height * zoom);
    drawing.scrollTo({ left: (left * zoom) / before - x, top: (top * zoom) / before - y, behavior: "instant" });
  }

  function centre(box) {
    if (!box) return;
    const frame = drawing.getBoundingClientRect();
    const place = box.getBoundingClientRect();
    const left = drawing.scrollLeft + place.left - frame.left;
    const top = drawing.scrollTop + place.top - frame.top;
    const seen = left + place.width + 16 <= drawing.clientWidth; // beside the names of the lanes, at the left edge
    drawing.scrollTo({
      left: seen ? 0 : left + place.width / 2 - drawing.clientWidth / 2,
      top: top + place.height / 2 - drawing.clientHeight / 2,
      behavior: "instant",
    });
  }

  const focus = () => drawing.querySelector("[aria-current]");
  const fit = () => scale(Math.min(drawing.clientWidth / size.width, drawing.clientHeight / size.height, 1));

  const tools = document.createElement("div");
  tools.className = "tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", drawing.dataset.tools);
  tools.append(
    button(drawing.dataset.zoomIn, "", () => scale(zoom * 1.25)),
    button(drawing.dataset.zoomOut, "", () => scale(zoom / 1.25)),
    button(drawing.dataset.fit, "", fit),
    button(drawing.dataset.actual, "", () => { scale(1); centre(focus()); }),
    button(drawing.dataset.centre, "", () => centre(focus())),
  );
  drawing.before(tools);

  drawing.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scale(zoom * Math.exp(-event.deltaY / 500), event);
  }, { passive: false });

  drawing.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") scale(zoom * 1.25);
    else if (event.key === "-") scale(zoom / 1.25);
    else if (event.key === "0") { scale(1); centre(focus()); }
    else return;
    event.preventDefault();
  });

  // Drag to pan; a drag must not open the link it began on.
  let drag = null;
  drawing.classList.add("grab");
  drawing.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    drag = { x: event.clientX, y: event.clientY, left: drawing.scrollLeft, top: drawing.scrollTop, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (Math.abs(event.clientX - drag.x) + Math.abs(event.clientY - drag.y) > 4) {
      drag.moved = true;
      drawing.classList.add("grabbing");
    }
    if (drag.moved) {
      drawing.scrollTo({
        left: drag.left - event.clientX + drag.x, top: drag.top - event.clientY + drag.y, behavior: "instant",
      });
    }
  });
  window.addEventListener("pointerup", () => {
    if (drag?.moved) {
      drawing.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
    }
    drag = null;
    drawing.classList.remove("grabbing");
  });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());

  // Rows and boxes in step: the pointed document, its lines and its neighbours stay, the rest fades.
  const lines = [...drawing.querySelectorAll("[data-from]")];
  const boxes = [...drawing.querySelectorAll("[data-box-of]")];
  const rows = [...document.querySelectorAll("tr[data-box]")];

  function light(id) {
    const near = new Set([id]);
    for (const line of lines) {
      const touches = line.dataset.from === id || line.dataset.to === id;
      line.classList.toggle("faint", Boolean(id) && !touches);
      if (touches) near.add(line.dataset.from).add(line.dataset.to);
    }
    for (const box of boxes) {
      box.classList.toggle("faint", Boolean(id) && !near.has(box.id));
      box.classList.toggle("lit", box.id === id);
    }
    for (const row of rows) row.classList.toggle("lit", row.dataset.box === id);
  }

  for (const box of boxes) {
    for (const name of ["mouseenter", "focus"]) box.addEventListener(name, () => light(box.id));
    for (const name of ["mouseleave", "blur"]) box.addEventListener(name, () => light(null));
  }
  for (const row of rows) {
    for (const name of ["mouseenter", "focusin"]) row.addEventListener(name, () => light(row.dataset.box));
    for (const name of ["mouseleave", "focusout"]) row.addEventListener(name, () => light(null));
  }
  for (const link of document.querySelectorAll("a.in-drawing")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const box = document.getElementById(link.hash.slice(1));
      drawing.scrollIntoView({ block: "center", behavior: "instant" });
      centre(box);
      box.focus({ preventScroll: true });
    });
  }

  centre(document.getElementById(location.hash.slice(1))?.closest("[data-box-of]") ?? focus());
}

// Uploading: files by drag and drop, one after the other, each with its progress and its result.
const upload = document.querySelector("[data-upload]");

if (upload) {
  const chosen = upload.querySelector("input[type=file]");
  const token = upload.querySelector("input[type=password]");
  const drop = upload.querySelector("[data-drop]");
  const list = upload.querySelector("[data-uploads]");

  const send = (file) => new Promise((resolve) => {
    const line = document.createElement("li");
    const name = document.createElement("b");
    const progress = document.createElement("progress");
    const said = document.createElement("span");
    name.textContent = file.name;
    progress.max = 1;
    progress.value = 0;
    said.textContent = upload.dataset.sending;
    line.append(name, " ", progress, " ", said);
    list.append(line);
    const request = new XMLHttpRequest();
    request.open("PUT", `${upload.dataset.upload}?name=${encodeURIComponent(file.name)}&lang=${document.documentElement.lang}`);
    request.setRequestHeader("Authorization", `Bearer ${token.value}`);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    request.upload.addEventListener("load", () => {
      progress.removeAttribute("value");
      said.textContent = upload.dataset.reading;
    });
    request.addEventListener("loadend", () => {
      const answer = request.response;
      const outcome = request.status === 200 ? answer.outcome : "failed";
      line.className = outcome;
      progress.remove();
      const lines = request.status === 200 ? answer.lines : [answer?.message ?? upload.dataset.wrong];
      said.textContent = [upload.dataset[outcome], ...lines].join(" · ");
      for (const known of request.status === 200 ? answer.documents : []) {
        const link = document.createElement("a");
        link.href = known.page ?? known.iri;
        link.textContent = known.label;
        said.append(" · ", link);
      }
      resolve();
    });
    request.send(file);
  });

  const sendAll = async (files) => {
    if (!token.reportValidity()) return;
    for (const file of files) await send(file);
    chosen.value = "";
  };

  upload.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...chosen.files]);
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = event.dataTransfer.files;
    if (token.value) {
      sendAll([...files]);
    } else {
      chosen.files = files;
      token.reportValidity();
    }
  });
}
