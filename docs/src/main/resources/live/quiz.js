// A question with options: its explanations are there once the reader has chosen.
import { announce, make } from './make.js';
import { keep, send, unsent } from './outbox.js';

/** What it gives shows a choice that was made before. */
export function prepareQuiz(question, path) {
  const options = optionsOf(question);
  const choices = make('fieldset', 'writing quiz', make('legend', '', 'Choose before you read on'));
  const button = make('button', '', 'This is my answer');
  button.type = 'button';
  button.disabled = true;
  options.forEach((details, letter) => choices.append(
    choice(details, letter, question.id, () => button.disabled = false)));
  choices.append(button);
  choices.setAttribute('aria-describedby', question.id);
  const isOver = () => !choices.isConnected;
  question.after(choices);
  options.forEach(details => details.hidden = true);
  button.addEventListener('click', () => {
    const letter = choices.querySelector(':checked').value;
    keep(path, letter);
    send();
    reveal(options, letter, choices);
    options.get(letter).querySelector('summary').focus();
    announce(`Your answer was ${letter}. The explanations can be opened now.`);
  });
  return note => {
    const letter = note.choice || unsent(path);
    if (letter && !isOver()) {
      reveal(options, letter, choices);
    }
  };
}

/** The options by their letters. */
function optionsOf(question) {
  const options = new Map();
  for (let next = question.nextElementSibling; next?.tagName === 'DETAILS';
    next = next.nextElementSibling) {
    options.set(next.querySelector('summary').textContent.slice(0, 1), next);
  }
  return options;
}

function choice(details, letter, group, onChoice) {
  const radio = make('input');
  radio.type = 'radio';
  radio.name = group;
  radio.value = letter;
  radio.addEventListener('change', onChoice);
  const words = details.querySelector('summary').cloneNode(true).childNodes;
  return make('label', '', radio, make('span', '', ...words));
}

function reveal(options, letter, choices) {
  choices.remove();
  options.forEach(details => details.hidden = false);
  const chosen = options.get(letter);
  if (chosen) {
    chosen.querySelector('summary').append(' ', make('span', 'badge', 'your answer'));
    chosen.open = true;
  }
}
