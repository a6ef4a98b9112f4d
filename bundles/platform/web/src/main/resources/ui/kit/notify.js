// A passing message. It lies above dialogs and is read out.
import { html, render } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const SHOWN_FOR = 6000;
let messages = [];
let place = null;

/** @param {string} message @param {{kind?: 'good'|'info'|'bad'}} [options] what went wrong stays until it is closed */
export function notify(message, { kind = 'good' } = {}) {
  const entry = { message, kind };
  messages = [...messages.filter(it => it.message !== message), entry];
  show();
  if (kind !== 'bad') setTimeout(() => close(entry), SHOWN_FOR);
}

function close(entry) {
  messages = messages.filter(it => it !== entry);
  show();
}

function show() {
  if (!place) {
    place = document.createElement('div');
    place.className = 'gl-notices';
    place.setAttribute('popover', 'manual');
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  // Shown again, it is above a dialog that was opened meanwhile.
  place.hidden = !messages.length;
  if (place.showPopover) {
    place.hidePopover();
    if (messages.length) place.showPopover();
  }
  render(messages.map(it => html`
    <div class="gl-notice" data-kind=${it.kind}>
      <span>${it.message}</span>
      <button type="button" class="gl-quiet" aria-label=${t('kit.close')} @click=${() => close(it)}>
        <gl-icon name="close"></gl-icon>
      </button>
    </div>`), place);
}
