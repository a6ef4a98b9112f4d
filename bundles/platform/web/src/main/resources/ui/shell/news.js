// What has changed on the server since the page was loaded.
import { registry } from '../kit/index.js';

const EVERY = 10_000;
/** Whoever does nothing for so long does not keep the session alive by asking. */
const PRESENT_FOR = 10 * 60_000;
let lastSeen = Date.now();

export function watch() {
  for (const sign of ['pointerdown', 'keydown']) {
    addEventListener(sign, present, { capture: true, passive: true });
  }
  addEventListener('focus', present);
  document.addEventListener('visibilitychange', present);
  setInterval(ask, EVERY);
}

function present() {
  const wasAway = Date.now() - lastSeen > EVERY;
  lastSeen = Date.now();
  if (wasAway) ask();
}

async function ask() {
  if (document.hidden || Date.now() - lastSeen > PRESENT_FOR) return;
  try {
    await registry.load({ anonymous: true });
  } catch {
    // The next request of the reader's own says what is wrong.
  }
}
