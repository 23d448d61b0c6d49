/** What is done in a process of its own, by name. */
import { bareImport } from './bareImport.js';
import { fillDirectory } from './fillDirectory.js';
import { planAndApply } from './planAndApply.js';
import { makeCsv, makeWorkbook, readRows, readWithExceljs } from './workbooks.js';

export const TASKS = { bareImport, fillDirectory, makeCsv, makeWorkbook, planAndApply, readRows, readWithExceljs };

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
