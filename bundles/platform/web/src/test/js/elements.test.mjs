// The elements of the kit, all in one document: it takes longer to make than the tests to run.
for (const element of ['actions', 'chart', 'chooser', 'figure', 'form', 'import', 'map', 'masked', 'table', 'timeline', 'tree', 'attachments',
  'words']) {
  await import(`./elements/${element}.mjs`);
}
