// A password for somebody else: made here, shown once.
import { html, notify, openDialog, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
/** Without what is easily mistaken for something else. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

export function newPassword() {
  const groups = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, sign).join(''));
  return groups.join('-');
}

/** Each equally likely: what would favour some is thrown away. */
function sign() {
  const limit = 256 - (256 % SIGNS.length);
  const [value] = crypto.getRandomValues(new Uint8Array(1));
  return value < limit ? SIGNS[value % SIGNS.length] : sign();
}

export function showPassword(name, password) {
  const copy = async () => {
    await navigator.clipboard.writeText(password);
    notify(t('password.copied'));
  };
  return openDialog({
    heading: t('password.shown', { name }),
    body: close => html`
      <p>${t('password.once')}</p>
      <p><output class="gl-code gl-large">${password}</output></p>
      <div class="gl-actions">
        ${navigator.clipboard ? html`<button type="button" @click=${copy}>${t('password.copy')}</button>` : ''}
        <button type="button" class="gl-primary" @click=${() => close()}>${t('password.noted')}</button>
      </div>`,
  }).closed;
}
