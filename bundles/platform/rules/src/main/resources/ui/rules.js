// Rule sets; one set with what is in force, its versions and what differs between them; the editor of a draft.
import { Page, Task, api, confirm, define, format, html, nothing, notify, openDialog, router, session, states } from '@gridloom/ui';
import './editor.js';
import { etagOf, shown, stateOf, t } from './words.js';

const kinds = { draft: 'info', published: 'good', withdrawn: 'warn', default: undefined };
const tag = version => html`<span class="gl-tag" data-kind=${kinds[version.state] ?? nothing}>${stateOf(version)}</span>`;
const columnsOf = set => set.columns.map(column => ({
  key: column.code, label: column.label, render: row => shown(column, row.values[column.code]), value: row => shown(column, row.values[column.code]),
}));

define('rules-page', class extends Page {
  static properties = { compared: { state: true } };

  #data = new Task(this, {
    args: () => [this.route.rest.join('/')],
    task: async (_, { signal }) => {
      const [code] = this.route.rest;
      if (!code) return { sets: await api.get('rules', { signal }) };
      const [set, versions] = await Promise.all([
        api.get(`rules/${code}`, { signal }), api.get(`rules/${code}/versions`, { signal }),
      ]);
      return { set, versions };
    },
  });

  get mayEdit() {
    return session.can('rules.edit');
  }

  render() {
    const [code, what, id] = this.route.rest;
    return states(this.#data, ({ sets, set, versions }) => {
      if (!code) return this.renderSets(sets);
      if (what === 'import') return this.renderImport(set);
      if (what !== 'draft') return this.renderSet(set, versions);
      const draft = versions.find(it => String(it.id) === id);
      return html`${this.renderHead(set)}
        <rules-editor .set=${set} .draft=${draft} @gl-done=${() => this.show(code)}></rules-editor>`;
    });
  }

  show(code) {
    router.go(`rules/${code}`);
  }

  renderSets(sets) {
    const columns = [
      { key: 'name', label: t('rules.name'), render: it => html`${it.name}<div class="gl-small gl-muted">${it.description}</div>`, value: it => it.name },
      { key: 'code', label: t('rules.code'), render: it => html`<span class="gl-code">${it.code}</span>` },
      { key: 'from', label: t('rules.from'), render: it => this.renderFrom(it.current), value: it => it.current.validFrom },
      { key: 'basis', label: t('rules.basis'), render: it => it.current.basis.join(' '), value: it => it.current.basis.join(' ') },
    ];
    const modules = [...new Set(sets.map(it => it.module))];
    return html`<h1>${t('rules.title')}</h1>
      ${sets.length ? nothing : html`<gl-empty icon="book" label=${t('rules.empty')}></gl-empty>`}
      ${modules.map(module => html`<section><h2 class="gl-code">${module}</h2>
        <gl-table label=${t('rules.of', { module })} export-name=${module} .columns=${columns}
          .items=${sets.filter(it => it.module === module)} .href=${it => router.href(`rules/${it.code}`)}></gl-table></section>`)}`;
  }

  renderFrom(version) {
    return version.state === 'default' ? tag(version) : html`${format.date(version.validFrom)} ${tag(version)}`;
  }

  renderHead(set) {
    return html`<nav class="gl-breadcrumb"><a href=${router.href('rules')}>${t('rules.title')}</a></nav>
      <div class="gl-head"><h1>${set.name}</h1>
        <div class="gl-actions">${this.mayEdit && !this.route.rest[1]
          ? html`<a class="gl-button" href=${router.href(`rules/${set.code}/import`)}>${t('rules.import')}</a>
            <a class="gl-button gl-primary" href=${router.href(`rules/${set.code}/draft`)}>${t('rules.draft')}</a>` : nothing}</div></div>
      <p class="gl-muted">${set.description}</p>`;
  }

  renderImport(set) {
    return html`${this.renderHead(set)}
      <p>${t('rules.importHelp')}</p>
      <gl-import sheet=${`rules.${set.code}`} @gl-done=${() => { this.#data.run(); notify(t('rules.imported')); }}></gl-import>
      <p><a href=${router.href(`rules/${set.code}`)}>${t('rules.toDrafts')}</a></p>`;
  }

  renderSet(set, versions) {
    const { current } = set;
    const history = [
      { key: 'validFrom', label: t('rules.from'), render: it => this.renderFrom(it), value: it => it.validFrom },
      { key: 'basis', label: t('rules.basis'), render: it => it.basis.join(' '), value: it => it.basis.join(' ') },
      { key: 'note', label: t('rules.note') },
      { key: 'id', label: '', export: false, align: 'right', render: it => this.renderActions(set, it) },
    ];
    return html`${this.renderHead(set)}
      <section><h2>${t('rules.inForce')} ${this.renderFrom(current)}</h2>
        ${current.basis.length ? html`<p>${t('rules.basis')} ${current.basis.join(' ')}</p>` : nothing}
        <gl-table label=${t('rules.inForce')} sheet=${`rules.${set.code}`} export-name=${set.name} .columns=${columnsOf(set)} .items=${current.rows}></gl-table></section>
      <section><h2>${t('rules.history')}</h2>
        <gl-table label=${t('rules.history')} export-name=${t('rules.history')} .columns=${history} .items=${versions}></gl-table></section>`;
  }

  renderActions(set, it) {
    const button = (label, action, kind = '') => html`<button type="button" class="gl-quiet ${kind}"
      aria-label=${t('rules.actionOn', { action: label, date: format.date(it.validFrom) })} @click=${() => action()}>${label}</button>`;
    const isFuture = it.state === 'published' && it.validFrom > format.today();
    return html`
      ${it.id === set.current.id ? nothing : button(t('rules.compare'), () => this.compare(set, it))}
      ${this.mayEdit && it.state === 'draft' ? html`
        <a class="gl-quiet" href=${router.href(`rules/${set.code}/draft/${it.id}`)}>${t('rules.edit')}</a>
        ${button(t('rules.publish'), () => this.publish(it))}
        ${button(t('rules.discard'), () => this.discard(it), 'gl-danger')}` : nothing}
      ${this.mayEdit && isFuture ? button(t('rules.withdraw'), () => this.withdraw(it), 'gl-danger') : nothing}`;
  }

  async compare(set, it) {
    const changes = await api.get(`rules/versions/${it.id}/changes`, { query: { from: set.current.id } });
    const row = values => set.columns.map(column => html`<td>${values ? shown(column, values[column.code]) : '–'}</td>`);
    await openDialog({
      heading: t('rules.compared', { date: format.date(it.validFrom) }),
      size: 'wide',
      body: () => (changes.length ? html`<div class="gl-scroll" tabindex="0"><table>
        <thead><tr><th>${t('rules.side')}</th>${set.columns.map(column => html`<th>${column.label}</th>`)}</tr></thead>
        <tbody>${changes.map(change => html`
          <tr><td class="gl-muted">${t('rules.now')}</td>${row(change.before)}</tr>
          <tr><td>${t('rules.other')}</td>${row(change.after)}</tr>`)}</tbody></table></div>`
        : html`<gl-empty icon="check" label=${t('rules.same')}></gl-empty>`),
    }).closed;
  }

  async publish(it) {
    const sure = await confirm({
      title: t('rules.publish'), body: t('rules.publishBody', { date: format.date(it.validFrom) }), action: t('rules.publish'),
    });
    if (sure) await this.done(() => api.post(`rules/versions/${it.id}/publish`, undefined, { ifMatch: etagOf(it) }), t('rules.published'));
  }

  async discard(it) {
    const sure = await confirm({ title: t('rules.discard'), body: t('rules.discardBody'), action: t('rules.discard'), danger: true });
    if (sure) await this.done(() => api.del(`rules/versions/${it.id}`, { ifMatch: etagOf(it) }), t('rules.discarded'));
  }

  async withdraw(it) {
    const answer = await openDialog({
      heading: t('rules.withdraw'),
      body: close => html`<gl-form submit-label=${t('rules.withdraw')} .cancel=${() => close()} @gl-done=${event => close(event.detail)}
        .fields=${[{ name: 'reason', label: t('rules.reason'), type: 'textarea', required: true, maxLength: 500 }]}
        .value=${{}} .submit=${(value, { key }) => api.post(`rules/versions/${it.id}/withdraw`, value, { ifMatch: etagOf(it), key })}></gl-form>`,
    }).closed;
    if (answer) await this.done(() => answer, t('rules.withdrawn'));
  }

  async done(act, message) {
    try {
      await act();
      notify(message);
      this.#data.run();
    } catch (problem) {
      notify([problem.detail ?? problem.title, ...(problem.violations ?? []).map(it => it.message)].join(' '), { kind: 'bad' });
    }
  }
});
