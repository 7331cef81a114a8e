// Comfort only: without it everything can be read, and every link leads where it says.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll("li.card")];
  const marksOf = (id) => document.querySelectorAll(`[data-of="${CSS.escape(id)}"]`);

  // Whatever belongs to the finding under the pointer or the focus is lit.
  let lit = null;
  const light = (element) => {
    const of = element?.closest?.("[data-of], a.chip");
    const id = of ? of.dataset.of || of.hash.slice(1) : null;
    if (id === lit) return;
    if (lit) marksOf(lit).forEach((mark) => mark.classList.remove("lit"));
    if (id) marksOf(id).forEach((mark) => mark.classList.add("lit"));
    lit = id;
  };
  document.addEventListener("pointerover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));

  // A card that is clicked beside its links shows its first place; words that are marked show their finding.
  document.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary, label, input") || String(getSelection())) return;
    const mark = event.target.closest("mark[data-of]");
    const card = event.target.closest("li.card");
    const to = mark ? `#${mark.dataset.of}` : card?.querySelector(".places a")?.hash;
    if (to) location.hash = to;
  });

  // Step from finding to finding.
  const steps = document.querySelector(".steps");
  if (steps && cards.length > 1) {
    const output = steps.querySelector("output");
    let at = -1;
    const follow = () => {
      const of = document.querySelector(":target")?.closest("[data-of]");
      const found = of ? cards.findIndex((card) => card.id === of.dataset.of) : -1;
      if (found >= 0) at = found;
      output.textContent = at < 0 ? `${cards.length} findings` : `${at + 1} of ${cards.length}`;
    };
    steps.addEventListener("click", (event) => {
      const step = Number(event.target.dataset?.step);
      if (!step) return;
      at = at < 0 && step < 0 ? cards.length - 1 : (at + step + cards.length) % cards.length;
      const place = cards[at].querySelector(".places a");
      location.hash = place ? place.hash : `#${cards[at].id}`;
      cards[at].scrollIntoView({ block: "nearest" });
    });
    for (const when of ["hashchange", "load"]) addEventListener(when, follow);
    follow();
    steps.hidden = false;
  }

  // On paper nothing is folded away but the facts, which are long.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open]):not(.facts)")];
    folded.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((details) => (details.open = false)));
})();
