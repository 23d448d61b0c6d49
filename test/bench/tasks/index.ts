/** What is done in a process of its own, by name; a process loads its own task, and weighs nothing else. */
export const TASKS = {
  groupRows: async () => (await import('./groupRows.js')).groupRows,
  bareImport: async () => (await import('./bareImport.js')).bareImport,
  fillDirectory: async () => (await import('./fillDirectory.js')).fillDirectory,
  makeCsv: async () => (await import('./workbooks.js')).makeCsv,
  makeWorkbook: async () => (await import('./workbooks.js')).makeWorkbook,
  planAndApply: async () => (await import('./planAndApply.js')).planAndApply,
  readRows: async () => (await import('./readRows.js')).readRows,
  readWithExceljs: async () => (await import('./workbooks.js')).readWithExceljs,
};

export type TaskName = keyof typeof TASKS;
type Task<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
export type TaskInput<Name extends TaskName> = Parameters<Task<Name>>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<Task<Name>>>;
