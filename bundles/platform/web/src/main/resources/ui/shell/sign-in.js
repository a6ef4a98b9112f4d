// Who is it? At the start, after the session has ended, and where a password must be changed first.
import { html, nothing } from '../kit/lit.js';
import { Element, Problem, define, language, languages, openDialog, session, setLanguage, texts } from '../kit/index.js';
import { theme } from './theme.js';

const t = await texts(import.meta.url);

/** Fires `gl-done` when somebody is signed in. */
define('gl-sign-in', class extends Element {
  static properties = { account: {} };

  render() {
    const fields = [
      { name: 'username', label: t('shell.signIn.account'), required: true, autocomplete: 'username' },
      { name: 'password', label: t('shell.signIn.password'), type: 'password', required: true,
        autocomplete: 'current-password', autofocus: Boolean(this.account) },
    ];
    return html`<gl-form unguarded .fields=${fields} .value=${this.account ? { username: this.account } : {}}
      .submit=${({ username, password }) => session.signIn(username.trim(), password)}
      submit-label=${t('shell.signIn.action')}></gl-form>`;
  }
});

/** One's own password. Fires `gl-done` when it is changed. */
define('gl-own-password', class extends Element {
  static properties = { cancel: { attribute: false } };

  #fields = [
    { name: 'current', label: t('shell.password.current'), type: 'password', required: true, autocomplete: 'current-password' },
    { name: 'newPassword', label: t('shell.password.new'), type: 'password', required: true, help: t('shell.password.help') },
    { name: 'repeated', label: t('shell.password.repeated'), type: 'password', required: true },
  ];

  render() {
    return html`<gl-form unguarded .fields=${this.#fields} .submit=${change} .cancel=${this.cancel}
      submit-label=${t('shell.password.action')}></gl-form>`;
  }
});

function change({ current, newPassword, repeated }) {
  if (newPassword === repeated) return session.changePassword(current, newPassword);
  const message = t('shell.password.differs');
  throw new Problem({ status: 422, title: message, violations: [{ field: 'repeated', message }] });
}

/** The page before there is a session, or before it may be used. */
export function door(product, done) {
  const owes = session.mustChangePassword;
  return html`
    <main class="gl-door">
      <div class="gl-door-card">
        <h1>${product}</h1>
        ${owes ? html`
          <p>${t('shell.password.must', { name: session.displayName })}</p>
          <gl-own-password @gl-done=${done} .cancel=${() => session.signOut()}></gl-own-password>` : html`
          <gl-sign-in @gl-done=${done}></gl-sign-in>`}
      </div>
      <div class="gl-row">${switches()}</div>
    </main>`;
}

/** Language, light or dark. */
export function switches(changed) {
  const other = language() === 'en' ? 'zh-CN' : 'en';
  const dark = theme.current === 'dark';
  const toggle = event => {
    theme.toggle();
    changed?.();
    event.currentTarget.querySelector('gl-icon').name = theme.current === 'dark' ? 'sun' : 'moon';
  };
  return html`
    ${languages().includes(other) ? html`
      <button type="button" class="gl-quiet" lang=${other} @click=${() => setLanguage(other)}>
        <gl-icon name="language"></gl-icon>${t('shell.otherLanguage')}</button>` : nothing}
    <button type="button" class="gl-quiet" aria-label=${t('shell.dark')} aria-pressed=${dark ? 'true' : 'false'} @click=${toggle}>
      <gl-icon name=${dark ? 'sun' : 'moon'}></gl-icon></button>`;
}

let renewing = null;

/** The session has ended: signs in above the page, so that what was typed in stays. */
export function renew() {
  renewing ??= ask().finally(() => { renewing = null; });
  return renewing;
}

async function ask() {
  const { account } = session;
  const dialog = openDialog({
    heading: t('shell.signIn.again'),
    body: close => html`
      <p>${t('shell.signIn.ended')}</p>
      <gl-sign-in .account=${account} @gl-done=${() => close(true)}></gl-sign-in>`,
  });
  const done = await dialog.closed;
  if (done && session.account === account && !session.mustChangePassword) return;
  location.reload();
  await new Promise(() => {});
}
