// What is kept past its time.
import { Element, api, define, html } from '@gridloom/ui';
import { address, day, t } from './words.js';

define('privacy-overdue', class extends Element {
  static properties = { names: { attribute: false } };

  render() {
    const { names } = this;
    const columns = [
      { key: 'subject', label: t('overdue.subject'), render: it => html`<span class="gl-code">${it.subject}</span>`, value: it => it.subject },
      { key: 'field', label: t('overdue.field'), render: it => names.get(it.field) ?? it.field, value: it => names.get(it.field) ?? it.field },
      { key: 'unit', label: t('people.unit'), render: it => html`<gl-unit code=${it.unit ?? ''}></gl-unit>`, value: it => it.unit },
      { key: 'endedOn', label: t('overdue.ended'), render: it => day(it.endedOn), value: it => it.endedOn },
      { key: 'dueOn', label: t('overdue.due'), render: it => day(it.dueOn), value: it => it.dueOn },
    ];
    return html`<p class="gl-muted">${t('overdue.help')}</p>
      <gl-table label=${t('overdue.title')} export-name=${t('overdue.title')} .columns=${columns}
        .load=${({ page, size, signal }) => api.get('privacy/retention', { query: { page, size }, signal })}
        .href=${it => address(it.subject)}
        .empty=${html`<gl-empty icon="check" label=${t('overdue.none')}></gl-empty>`}></gl-table>`;
  }
});
