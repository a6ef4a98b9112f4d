/** On what a change rests: a document of the register, and a reason in words. */
import { compact, session } from '@gridloom/ui';
import { t } from './words.js';

export const documentField = () => (session.can('organization.document.read')
  ? [{ name: 'document', label: t('reason.document'), type: 'document', help: t('reason.documentHelp') }] : []);

/** Fields for both. */
export const reasonFields = () => [
  ...documentField(), { name: 'reason', label: t('reason.reason'), type: 'text', maxLength: 200 },
];

/** What a form's value gives of both, as a request takes it. */
export const basisOf = ({ document, reason }) => compact({ document, reason });

/** Both in words, where a request takes only a reason. */
export function reasonOf({ document, reason }) {
  const given = [document, reason].filter(Boolean).join(' ');
  return given ? { reason: given } : {};
}
