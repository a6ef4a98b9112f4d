/** Those who teach. */
import { define } from '@gridloom/ui';
import { CataloguePage } from './catalogue.js';
import { t } from './words.js';

define('training-trainers', class extends CataloguePage {
  noun = 'trainers';

  title = t('trainers.title');

  ownFields() {
    return [
      { name: 'affiliation', label: t('trainer.affiliation'), type: 'text', maxLength: 100 },
      { name: 'expertise', label: t('trainer.expertise'), type: 'text', maxLength: 200 },
      { name: 'person', label: t('trainer.person'), type: 'person' },
    ];
  }

  columns() {
    return [
      { key: 'affiliation', label: t('trainer.affiliation') },
      { key: 'expertise', label: t('trainer.expertise') },
    ];
  }
});
