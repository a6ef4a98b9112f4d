// Of whom something is kept, what, why and how long; what is past its time; the keys.
import { Page, Task, api, define, html, nothing, router, session, states } from '@gridloom/ui';
import './subject.js';
import { day, span, t, time } from './words.js';

const address = subject => router.href(`privacy/subjects/${subject}`);

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
        { id: 'overdue', label: t('overdue.title'), body: () => this.renderOverdue(known.names) },
        { id: 'register', label: t('register.title'), body: () => this.renderRegister(known.fields) },
        ...(session.can('privacy.key.manage') ? [{ id: 'keys', label: t('keys.title'), body: () => this.renderKeys() }] : []),
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
      <gl-table label=${kind.name} export-name=${kind.name} .columns=${columns}
        .load=${({ page, size, signal }) => api.get(`privacy/subjects/${kind.code}`, { query: { page, size }, signal })}
        .href=${it => address(`${kind.code}/${it.id}`)}
        .empty=${html`<gl-empty icon="people" label=${t('people.none')}></gl-empty>`}></gl-table>
    </section>`);
  }

  renderOverdue(names) {
    const columns = [
      { key: 'subject', label: t('overdue.subject'), render: it => html`<span class="gl-code">${it.subject}</span>`, value: it => it.subject },
      { key: 'field', label: t('overdue.field'), render: it => names.get(it.field) ?? it.field, value: it => names.get(it.field) ?? it.field },
      { key: 'unit', label: t('people.unit'), render: it => html`<gl-unit code=${it.unit ?? ''}></gl-unit>`, value: it => it.unit },
      { key: 'endedOn', label: t('overdue.ended'), render: it => day(it.endedOn), value: it => it.endedOn },
      { key: 'dueOn', label: t('overdue.due'), render: it => day(it.dueOn), value: it => it.dueOn },
    ];
    return html`<p class="gl-muted">${t('overdue.help')}</p>
      <gl-table label=${t('overdue.title')} export-name=${t('overdue.title')} .columns=${columns}
        .load=${({ page, size, signal }) => pageOf(api.get('privacy/retention', { signal }), page, size)}
        .href=${it => address(it.subject)}
        .empty=${html`<gl-empty icon="check" label=${t('overdue.none')}></gl-empty>`}></gl-table>`;
  }

  renderRegister(fields) {
    const columns = [
      { key: 'name', label: t('register.name'), render: it => html`${it.name}<div class="gl-small gl-code">${it.code}</div>`, value: it => it.name },
      { key: 'purpose', label: t('register.purpose') },
      { key: 'basisLabel', label: t('register.basis') },
      { key: 'keptMonths', label: t('register.kept'), render: it => span(it.keptMonths), value: it => span(it.keptMonths) },
      { key: 'taken', label: t('register.state'), render: it => html`<span class="gl-tag" data-kind=${it.taken ? nothing : 'warn'}>${stateOf(it)}</span>`, value: stateOf },
    ];
    return html`<p class="gl-muted">${t('register.help')} <a href=${router.href('rules/privacy.fields')}>${t('register.rules')}</a></p>
      <gl-table label=${t('register.title')} export-name=${t('register.title')} .columns=${columns} .items=${fields}
        .empty=${html`<gl-empty icon="key" label=${t('register.none')}></gl-empty>`}></gl-table>`;
  }

  renderKeys() {
    const columns = [
      { key: 'key', label: t('keys.number'), align: 'right' },
      { key: 'state', label: t('keys.state'), render: it => t(`keys.${it.state}`), value: it => t(`keys.${it.state}`) },
      { key: 'madeAt', label: t('keys.made'), render: it => time(it.madeAt), value: it => time(it.madeAt) },
      { key: 'subjects', label: t('keys.subjects'), align: 'right' },
    ];
    return html`<p class="gl-muted">${t('keys.help')}</p>
      <gl-table label=${t('keys.title')} export-name=${t('keys.title')} .columns=${columns}
        .load=${({ page, size, signal }) => pageOf(api.get('privacy/keys', { signal }), page, size)}></gl-table>`;
  }
});

const stateOf = field => t(field.taken ? (field.sensitive ? 'register.sensitive' : 'register.taken') : 'register.off');

/** A part of a list that the server gives whole. */
async function pageOf(list, page, size) {
  const items = await list;
  return { items: items.slice(page * size, (page + 1) * size), total: items.length };
}
