// What goes wrong outside of rendering, as in a click, is said in a passing message.
import { notify, Problem, texts } from '../kit/index.js';

const t = await texts(import.meta.url);

export function watchFaults() {
  addEventListener('unhandledrejection', event => say(event.reason));
  addEventListener('error', event => event.error && say(event.error));
}

function say(error) {
  if (error?.name === 'AbortError') return;
  const message = error instanceof Problem ? error.message : t('shell.fault', { message: error?.message ?? error });
  notify(message, { kind: 'bad' });
}
