// A task: where it stands, what the reader may do now, and how it came there.
import { Element, Task, api, caseTimeline, define, facts, format, html, nothing, states } from '@gridloom/ui';
import { t } from './words.js';

define('organization-task', class extends Element {
  static properties = { task: {} };

  read = new Task(this, {
    args: () => [this.task],
    task: async ([id], { signal }) => {
      const path = `organization/coordination-tasks/${id}`;
      const [task, moves] = await Promise.all([api.get(path, { signal }), api.get(`${path}/timeline`, { signal })]);
      return { ...task, moves };
    },
  });

  render() {
    return states(this.read, task => html`<div class="gl-stack">
      ${facts([
        [t('task.state'), html`${task.progress.stateName} <gl-lamp state=${task.lamp ?? nothing}></gl-lamp>`],
        [t('task.due'), format.date(task.due)],
        [t('task.stateDue'), task.progress.dueAt && task.state === 'submitted' ? format.dateTime(task.progress.dueAt) : null],
        [t('task.doneOn'), task.doneOn && format.date(task.doneOn)],
        [t('task.evidence'), task.evidence],
      ])}
      <gl-actions .case=${task.progress} @gl-done=${() => this.read.run()}></gl-actions>
      <section><h3>${t('task.timeline')}</h3>
        <gl-timeline label=${t('task.timeline')} .items=${caseTimeline(task.moves)}></gl-timeline></section></div>`);
  }
});
