// The three administrators: who they are, and whether they are kept apart.
import { html, Element, Task, api, define, notify, openDialog, router, session, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const duties = ['SYSTEM', 'SECURITY', 'AUDIT'];

define('security-duties', class extends Element {
  #standing = new Task(this, { args: () => [], task: (_, { signal }) => read(signal) });

  render() {
    return states(this.#standing, standing => standing && html`
      <section class="gl-panel" aria-label=${t('duties.title')}>
        <div class="gl-head">
          <h2>${t('duties.title')}</h2>
          ${session.can('platform.role.edit') ? html`<div class="gl-actions">
            <button type="button" @click=${() => this.#set(!standing.separated)}>
              ${standing.separated ? t('duties.join') : t('duties.separate')}</button></div>` : ''}
        </div>
        <p>${standing.separated ? t('duties.separated') : t('duties.joined')}</p>
        <dl class="gl-facts">${duties.map(duty => html`
          <dt>${t(`duties.${duty}`)}</dt>
          <dd>${standing.holders[duty]?.map(accountLink) ?? t('duties.nobody')}</dd>`)}</dl>
      </section>`);
  }

  async #set(separated) {
    const action = separated ? t('duties.separate') : t('duties.join');
    const done = await openDialog({
      heading: action,
      body: close => html`
        <p>${separated ? t('duties.separateHelp') : t('duties.joinHelp')}</p>
        <gl-form .fields=${[{ name: 'reason', label: t('accounts.reason'), type: 'textarea', rows: 2, required: true, maxLength: 500, help: t('accounts.reasonHelp') }]}
          .value=${{}} .submit=${async value => (await api.put('separation', { ...value, separated })).body}
          submit-label=${action} .cancel=${() => close()} @gl-done=${event => close(event.detail)}></gl-form>`,
    }).closed;
    if (!done) return;
    notify(done.separated ? t('duties.separated') : t('duties.joined'));
    this.#standing.run();
  }
});

/** Nothing for who may see roles in a part of the district only. */
async function read(signal) {
  try {
    return await api.get('separation', { signal });
  } catch (problem) {
    if (problem.status === 403) return null;
    throw problem;
  }
}

function accountLink(name) {
  return session.can('platform.account.view')
    ? html`<a href=${router.href(`security/accounts/${name}`)}>${name}</a> `
    : html`<span>${name}</span> `;
}
