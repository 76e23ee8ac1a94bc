// What is folded away is opened for paper; hints are the exception: they are a choice.

const closed = () => document.querySelectorAll('main details:not([open], [id^="hint-"])');
let opened = [];

export function preparePrint() {
  addEventListener('beforeprint', () => {
    opened = [...closed()];
    opened.forEach(box => box.open = true);
  });
  addEventListener('afterprint', () => opened.forEach(box => box.open = false));
}
