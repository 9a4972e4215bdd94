(() => {
  const look = document.getElementById("look");
  const every = document.getElementById("every");
  const sheet = look.querySelector(".sheet");
  every.addEventListener("change", () => document.body.classList.toggle("all", every.checked));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.page");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const page = document.getElementById(link.hash.slice(1));
    const image = page && page.querySelector("img");
    if (!image || !look.showModal) return;
    event.preventDefault();
    const width = +page.dataset.width, height = +page.dataset.height;
    sheet.replaceChildren(image.cloneNode());
    for (const box of link.dataset.boxes.split(";").filter(Boolean)) {
      const [x0, top, x1, bottom] = box.split(",").map(Number);
      const mark = document.createElement("i");
      Object.assign(mark.style, { left: `${100 * x0 / width}%`, top: `${100 * top / height}%`,
        width: `${100 * (x1 - x0) / width}%`, height: `${100 * (bottom - top) / height}%` });
      sheet.append(mark);
    }
    look.querySelector("p").textContent = image.alt;
    look.showModal();
    const first = sheet.querySelector("i");
    if (first) first.scrollIntoView({ block: "center" });
  });
  for (const wide of document.querySelectorAll(".scroll")) if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  look.addEventListener("click", (event) => { if (event.target === look) look.close(); });
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
})();
