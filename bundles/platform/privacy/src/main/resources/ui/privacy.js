// Of whom something is kept, what, why and how long; what is past its time; the keys.
import { Page, Task, api, define, html, nothing, router, session, states } from '@gridloom/ui';
import './keys.js';
import './overdue.js';
import './subject.js';
import { address, span, t } from './words.js';

define('privacy-page', class extends Page {
  #kinds = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [kinds, fields] = await Promise.all([
        api.get('privacy/kinds', { signal }), api.get('privacy/fields', { signal })]);
      return { kinds, names: new Map(fields.map(it => [it.code, it.name])), fields };
    },
  });

  render() {
    const [what, kind, id] = this.route.rest;
    return what === 'subjects' && id ? html`<privacy-subject subject="${kind}/${id}"></privacy-subject>` : this.renderAll();
  }

  renderAll() {
    return html`
      <h1>${t('privacy.title')}</h1>
      <p class="gl-muted">${t('privacy.help')}</p>
      ${states(this.#kinds, known => html`<gl-tabs label=${t('privacy.title')} .tabs=${[
        { id: 'people', label: t('people.title'), body: () => this.renderPeople(known.kinds) },
        { id: 'overdue', label: t('overdue.title'), body: () => html`<privacy-overdue .names=${known.names}></privacy-overdue>` },
        { id: 'register', label: t('register.title'), body: () => this.renderRegister(known.fields) },
        ...(session.can('privacy.key.manage') ? [{ id: 'keys', label: t('keys.title'), body: () => html`<privacy-keys></privacy-keys>` }] : []),
      ]}></gl-tabs>`)}`;
  }

  renderPeople(kinds) {
    const columns = [
      { key: 'name', label: t('people.name') },
      { key: 'id', label: t('people.id'), render: it => html`<span class="gl-code">${it.id}</span>` },
      { key: 'unit', label: t('people.unit'), render: it => html`<gl-unit code=${it.unit ?? ''}></gl-unit>`, value: it => it.unit },
    ];
    if (!kinds.length) return html`<gl-empty icon="people" label=${t('people.none')}></gl-empty>`;
    return kinds.map(kind => html`<section>
      <h2>${kind.name}</h2>
      <gl-table label=${kind.name} export-name=${kind.name} sheet="privacy.subjects" .query=${{ kind: kind.code }} .columns=${columns}
        .load=${({ page, size, signal }) => api.get(`privacy/subjects/${kind.code}`, { query: { page, size }, signal })}
        .href=${it => address(`${kind.code}/${it.id}`)}
        .empty=${html`<gl-empty icon="people" label=${t('people.none')}></gl-empty>`}></gl-table>
    </section>`);
  }

  renderRegister(fields) {
    const columns = [
      { key: 'name', label: t('register.name'), render: it => html`${it.name}<div class="gl-small gl-code">${it.code}</div>`, value: it => it.name },
      { key: 'purpose', label: t('register.purpose') },
      { key: 'basisLabel', label: t('register.basis') },
      { key: 'keepingLabel', label: t('register.keeping') },
      { key: 'keptMonths', label: t('register.kept'), render: it => span(it.keptMonths), value: it => span(it.keptMonths) },
      { key: 'taken', label: t('register.state'), render: it => html`<span class="gl-tag" data-kind=${it.taken ? nothing : 'warn'}>${stateOf(it)}</span>`, value: stateOf },
    ];
    return html`<p class="gl-muted">${t('register.help')} <a href=${router.href('rules/privacy.fields')}>${t('register.rules')}</a></p>
      <gl-table label=${t('register.title')} export-name=${t('register.title')} .columns=${columns} .items=${fields}
        .empty=${html`<gl-empty icon="key" label=${t('register.none')}></gl-empty>`}></gl-table>`;
  }
});

const stateOf = field => t(field.taken ? (field.sensitive ? 'register.sensitive' : 'register.taken') : 'register.off');
