// Makes elements. Whatever comes from a server or from the reader's code goes in as text.

/** An element with its class, and what is in it: texts and elements. */
export function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(one => one !== null && one !== undefined));
  return element;
}

const ESCAPE = /(\\[rnt]|\\x[0-9a-f]{2})/;

/** A text, in which the escapes of what does not show are told apart. */
export function escapes(text) {
  return text.split(ESCAPE).map((part, i) => i % 2 ? make('span', 'escape', part) : part);
}

/** A sentence: what stands between backticks is code, as in Markdown. */
export function prose(text) {
  return text.split(/`([^`]+)`/).flatMap((part, i) =>
    i % 2 ? make('code', '', ...escapes(part)) : escapes(part));
}

/** A button that copies a text, and says that it has. */
export function copyButton(text, what) {
  const button = make('button', 'copy', 'Copy');
  button.type = 'button';
  button.setAttribute('aria-label', `Copy ${what}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    setTimeout(() => button.textContent = 'Copy', 2_000);
  });
  return button;
}

/** Replaces what is in an element, if it is something else: a selection or a focus may be there. */
export function show(element, ...content) {
  const draft = make('div', '', ...content);
  if (draft.innerHTML !== element.innerHTML) {
    element.replaceChildren(...draft.childNodes);
  }
}

/** Says something to those who cannot see what has changed. */
export function announce(text) {
  document.getElementById('news').textContent = text;
}
