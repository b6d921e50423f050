// Suggestions while one types into a field that names where they come from. Without this script the field is a plain form.
// The roles and keys are those of the ARIA Authoring Practices' combobox with a list.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  suggestFor(field);
}

function suggestFor(field) {
  const list = document.createElement("ul");
  list.id = field.id + "-suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestLabel);
  list.hidden = true;
  field.form.append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  let asked = 0;
  let waiting = null;
  let chosen = -1;

  const options = () => [...list.children];

  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (number) => {
    const all = options();
    chosen = (number + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute("aria-selected", at === chosen ? "true" : "false"));
    field.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  };

  const show = (found) => {
    list.replaceChildren(...found.map((item, at) => optionOf(item, at)));
    if (found.length === 0) {
      close();
      return;
    }

    chosen = -1;
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.removeAttribute("aria-activedescendant");
  };

  const optionOf = (item, at) => {
    const option = document.createElement("li");
    option.id = list.id + "-" + at;
    option.className = "suggestion";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.href = item.href;
    option.append(
      part("suggestion-kind", item.kindName),
      part("suggestion-name", item.name),
      part("suggestion-detail", [item.detail, item.why].filter(Boolean).join(" · ")),
    );
    return option;
  };

  const ask = async () => {
    const text = field.value.trim();
    const mine = ++asked;
    if (text === "") {
      close();
      return;
    }

    try {
      const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(text.slice(0, 100)));
      const found = answer.ok ? await answer.json() : [];
      if (mine === asked && document.activeElement === field) {
        show(found);
      }
    } catch {
      // No answer, no suggestions: the form works all the same.
      close();
    }
  };

  // While an input method composes, the letters typed so far are pinyin already.
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 80);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) {
      return;
    }

    if (event.key === "ArrowDown") {
      choose(chosen + 1);
    } else if (event.key === "ArrowUp") {
      choose(chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      location.assign(options()[chosen].dataset.href);
    } else {
      return;
    }

    event.preventDefault();
  });

  field.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => {
    // Before the field loses the focus and the list closes.
    event.preventDefault();
    const option = event.target.closest(".suggestion");
    if (option) {
      location.assign(option.dataset.href);
    }
  });
}

function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}
