// Which keys there are, and how many people each is for.
import { Element, Task, api, define, html, states } from '@gridloom/ui';
import { t, time } from './words.js';

define('privacy-keys', class extends Element {
  #keys = new Task(this, { args: () => [], task: (_, { signal }) => api.get('privacy/keys', { signal }) });

  render() {
    const columns = [
      { key: 'key', label: t('keys.number'), align: 'right' },
      { key: 'state', label: t('keys.state'), render: it => t(`keys.${it.state}`), value: it => t(`keys.${it.state}`) },
      { key: 'madeAt', label: t('keys.made'), render: it => time(it.madeAt), value: it => time(it.madeAt) },
      { key: 'subjects', label: t('keys.subjects'), align: 'right' },
    ];
    return html`<p class="gl-muted">${t('keys.help')}</p>
      ${states(this.#keys, items => html`
        <gl-table label=${t('keys.title')} export-name=${t('keys.title')} .columns=${columns} .items=${items}></gl-table>`)}`;
  }
});
