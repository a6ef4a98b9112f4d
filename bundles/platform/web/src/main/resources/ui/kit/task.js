// Work that takes a while, and the one way to show that it does.
import { Task as LitTask, TaskStatus } from '@lit/task';
import { html, nothing } from './lit.js';
import { failureTemplate } from './failure.js';

export { TaskStatus };

/** Lit's task; besides, it knows whether its value is of other arguments than those it works on now. */
export class Task extends LitTask {
  #key;
  isStale = true;

  constructor(host, config) {
    super(host, {
      ...config,
      task: async (args, options) => {
        const key = JSON.stringify(args);
        this.isStale = key !== this.#key;
        const value = await config.task(args, options);
        if (!options.signal.aborted) {
          this.#key = key;
          this.isStale = false;
        }
        return value;
      },
    });
  }
}

/**
 * What a task has come to: waiting, an error with a way to try again, or `complete(value)`. While the same is read
 * again what was there stays.
 */
export function states(task, complete) {
  if (task.status === TaskStatus.INITIAL) return nothing;
  const pending = task.status === TaskStatus.PENDING;
  const known = task.value !== undefined && !task.isStale;
  return html`${pending && known ? html`<gl-busy quiet></gl-busy>` : nothing}${
    pending && !known ? html`<gl-busy></gl-busy>`
    : task.status === TaskStatus.ERROR ? failureTemplate(task.error, () => task.run())
    : complete(task.value)}`;
}
