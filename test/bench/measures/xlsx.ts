import { directoryFor, fileFor, type Measure } from '../bench.js';
import { inChild } from '../child.js';
import { atMost, median, megabytes, orientation, seconds } from '../figures.js';

const ROWS = 100_000;

export const xlsx: Measure = {
  name: 'xlsx',
  async run(bench) {
    const { workplace, isFull } = bench;
    const file = await workplace.workbook(fileFor(ROWS));
    const reads: number[] = [];
    const plans: number[] = [];
    const peaks: number[] = [];
    for (let time = 0; time < (isFull ? 3 : 2); time++) {
      reads.push((await inChild('readRows', { file, rows: ROWS })).result);
      const database = await workplace.database(directoryFor(ROWS));
      const { result, peak } = await inChild('planAndApply', { database, file, rows: ROWS, apply: false });
      plans.push(result.plan);
      peaks.push(peak);
    }
    const exceljs = await inChild('readWithExceljs', { file, rows: ROWS });
    const reader = median(reads);
    const limit = 1.3 * reader + (await bench.csvImport(ROWS)).plan;
    const figure = atMost('XLSX, 100,000 rows: plan', median(plans), limit, seconds);
    return [
      {
        ...figure,
        floor: `${seconds(reader)} our reader alone`,
        ratio: median(plans) / reader,
        target: `${figure.target} (1.3 × reader + CSV)`,
      },
      orientation('peak memory of the plan', median(peaks), megabytes),
      orientation('the reader of exceljs that streams', exceljs.result, seconds),
      orientation('its peak memory', exceljs.peak, megabytes),
    ];
  },
};
