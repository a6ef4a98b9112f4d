// Modules with settings, and the settings of one as a form made of what it declares.
import { Page, Problem, Task, api, confirm, define, html, nothing, notify, router, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const kinds = { district: 'info', file: 'warn' };
const numbers = ['BYTE', 'SHORT', 'INTEGER', 'LONG', 'FLOAT', 'DOUBLE'];
const isNumber = it => numbers.includes(it.type);
const tag = it => html`<span class="gl-tag" data-kind=${kinds[it.source] ?? nothing}>${t(`source.${it.source}`)}</span>`;
/** A form takes dots for paths, and a setting's key may have some. */
const nameOf = it => `setting${it.key.replace(/\W/g, '_')}`;
const lines = values => (values ?? []).join('\n');

function fieldOf(it) {
  const help = [it.description, it.list ? t('field.list', { most: it.most }) : '', it.documented ? t('field.documented') : '', t('field.allowed', {
    rule: it.allowed, value: it.list ? (it.defaultValue ?? []).join(', ') : String(it.defaultValue ?? ''),
  })].filter(Boolean).join(' ');
  const field = { name: nameOf(it), label: it.name, help };
  if (it.list) return { ...field, type: 'textarea', rows: 3 };
  if (it.type === 'YES_NO') return { ...field, type: 'checkbox' };
  if (it.options.length) return { ...field, type: 'select', required: it.required, options: it.options };
  if (it.type === 'SECRET') return { ...field, type: 'password', placeholder: it.set ? t('field.secretSet') : '' };
  return isNumber(it)
    ? { ...field, type: 'number', required: it.required, min: it.min === null ? undefined : Number(it.min), max: it.max === null ? undefined : Number(it.max) }
    : { ...field, type: 'text' };
}

const shownOf = it => (it.list ? lines(it.value) : it.type === 'SECRET' ? null : it.value);

/** What was typed in, as the server takes it. */
function valueOf(it, typed) {
  if (it.list) return String(typed ?? '').split('\n').map(line => line.trim()).filter(Boolean);
  return typed ?? (it.type === 'TEXT' ? '' : null);
}

define('settings-page', class extends Page {
  #data = new Task(this, {
    args: () => [this.route.rest[0]],
    task: async ([module], { signal }) => (module
      ? { one: (await api.read(`settings/${module}`, { signal })) }
      : { all: await api.get('settings', { signal }) }),
  });

  render() {
    return states(this.#data, ({ all, one }) => (one ? this.renderModule(one.body, one.etag) : this.renderAll(all)));
  }

  renderAll(modules) {
    const columns = [
      { key: 'title', label: t('settings.name'), render: it => html`${it.title}<div class="gl-small gl-muted">${it.description}</div>`, value: it => it.title },
      { key: 'module', label: t('settings.module'), render: it => html`<span class="gl-code">${it.module}</span>` },
      { key: 'own', label: t('settings.own'), align: 'right', render: it => it.settings.filter(one => one.set).length, value: it => it.settings.filter(one => one.set).length },
      { key: 'problems', label: t('settings.state'), value: it => it.problems.join(' '),
        render: it => (it.problems.length ? html`<span class="gl-tag" data-kind="bad">${t('settings.refused')}</span>` : html`<span class="gl-tag" data-kind="good">${t('settings.fine')}</span>`) },
    ];
    return html`<h1>${t('settings.title')}</h1><p class="gl-muted">${t('settings.intro')}</p>
      <gl-table label=${t('settings.title')} export-name=${t('settings.title')} .columns=${columns} .items=${modules}
        .href=${it => router.href(`settings/${it.module}`)}></gl-table>`;
  }

  renderModule(view, etag) {
    const editable = view.settings.filter(it => it.source !== 'file' && view.editable);
    const fields = editable.map(fieldOf);
    if (editable.some(it => it.documented)) fields.push({ name: 'document', label: t('field.document'), type: 'document', help: t('field.documentHelp') });
    const value = Object.fromEntries(editable.map(it => [nameOf(it), shownOf(it)]));
    return html`<nav class="gl-breadcrumb"><a href=${router.href('settings')}>${t('settings.title')}</a></nav>
      <div class="gl-head"><h1>${view.title}</h1></div>
      <p class="gl-muted">${view.description} <span class="gl-code">${view.module}</span></p>
      ${view.problems.map(it => html`<div class="gl-alert" data-kind="bad" role="alert">${it}</div>`)}
      <section><h2>${t('settings.now')}</h2>${this.renderNow(view, etag)}</section>
      ${fields.length ? html`<section class="gl-panel"><h2>${t('settings.change')}</h2>
        <gl-form submit-label=${t('settings.save')} .fields=${fields} .value=${value}
          .submit=${(typed, { key }) => this.save(view, etag, editable, value, typed, key)}
          @gl-done=${() => { notify(t('settings.saved')); this.#data.run(); }}></gl-form></section>`
        : html`<p class="gl-muted">${t('settings.notYours')}</p>`}`;
  }

  renderNow(view, etag) {
    const text = it => (it.type === 'SECRET' ? (it.set ? t('field.secretSet') : '') : it.type === 'YES_NO' ? t(it.value ? 'value.yes' : 'value.no')
      : it.list ? (it.value ?? []).join(', ') : it.options.find(one => one.value === it.value)?.label ?? String(it.value ?? ''));
    const columns = [
      { key: 'name', label: t('settings.name') },
      { key: 'value', label: t('settings.value'), render: text, value: text },
      { key: 'source', label: t('settings.source'), render: tag, value: it => t(`source.${it.source}`) },
      { key: 'reset', label: '', export: false, align: 'right', render: it => (view.editable && it.source === 'district'
        ? html`<button type="button" class="gl-quiet" aria-label=${t('settings.resetOne', { name: it.name })}
            @click=${() => this.reset(view, etag, it)}>${t('settings.reset')}</button>` : nothing) },
    ];
    return html`<gl-table label=${t('settings.now')} export-name=${view.title} .columns=${columns} .items=${view.settings}></gl-table>`;
  }

  /** Only what is another than it was. */
  async save(view, etag, settings, before, typed, key) {
    const changed = settings.filter(it => String(typed[nameOf(it)] ?? '') !== String(before[nameOf(it)] ?? ''));
    if (!changed.length) return null;
    const values = Object.fromEntries(changed.map(it => [it.key, valueOf(it, typed[nameOf(it)])]));
    try {
      return await api.patch(`settings/${view.module}`, { values, document: typed.document ?? null }, { ifMatch: etag, key });
    } catch (problem) {
      if (problem instanceof Problem) {
        const names = new Map(settings.map(it => [it.key, nameOf(it)]));
        problem.violations = problem.violations.map(fault => ({ ...fault, field: names.get(fault.field) ?? fault.field }));
      }
      throw problem;
    }
  }

  async reset(view, etag, it) {
    const sure = await confirm({ title: t('settings.reset'), body: t('settings.resetBody', { name: it.name }), action: t('settings.reset') });
    if (!sure) return;
    try {
      await api.patch(`settings/${view.module}`, { values: { [it.key]: null } }, { ifMatch: etag });
      notify(t('settings.saved'));
    } catch (problem) {
      notify([problem.detail ?? problem.title, ...(problem.violations ?? []).map(fault => fault.message)].join(' '), { kind: 'bad' });
    }
    this.#data.run();
  }
});
