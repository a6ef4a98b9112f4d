/** Studios of secretaries and their stations in streets. */
import { define } from '@gridloom/ui';
import { CataloguePage } from './catalogue.js';
import { t } from './words.js';

define('training-studios', class extends CataloguePage {
  noun = 'studios';

  title = t('studios.title');

  ownFields() {
    return [
      { name: 'kind', label: t('studio.kind'), type: 'select', required: true, options: ['studio', 'station'].map(value => ({ value, label: t(`studio.${value}`) })) },
      { name: 'parent', label: t('studio.parent'), type: 'text', maxLength: 40, show: value => value.kind === 'station' },
      { name: 'host', label: t('studio.host'), type: 'person' },
    ];
  }

  defaults() {
    return { kind: 'studio' };
  }

  columns() {
    return [
      { key: 'kind', label: t('studio.kind'), render: it => t(`studio.${it.kind}`), value: it => t(`studio.${it.kind}`) },
      { key: 'parent', label: t('studio.parent') },
      { key: 'host', label: t('studio.host') },
    ];
  }
});
