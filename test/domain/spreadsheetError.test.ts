import { describe, expect, test } from 'vitest';
import { isErrorShape } from '../../src/domain/spreadsheetError.js';

describe('a spreadsheet’s error is known by its shape, in any language', () => {
  test.each([
    ...[
      '#N/A',
      '#n/a',
      '#N/B',
      '#NV',
      '#N/D',
      '#Н/Д',
      '#I/T',
      '#YOK',
      '#REF!',
      '=#REF!',
      '#NAME?',
      '#DIV/0!',
      '#VALUE!',
    ],
    ...[
      '#¡DIV/0!',
      '#¿NOMBRE?',
      '#WERT!',
      '#BEZUG!',
      '#VALEUR!',
      '#VALEUR !',
      '#NOM?',
      '#ССЫЛКА!',
      '#ЗНАЧ!',
      '#DEĞER!',
    ],
    ...[
      '#SPILL!',
      '#CONNECT!',
      '#BLOCKED!',
      '#PYTHON!',
      '#FIELD!',
      '#BUSY!',
      '#ERROR!',
      '#SPILL',
      '#DIV/0',
      '#DEEL/0!',
    ],
    ...['#GETTING_DATA', '#getting_data', '#GEGEVENS_OPHALEN', '#', '####', '############', ' #N/A '],
    ...['Err:502', 'ERR:508', 'Fout:508', 'Fehler: 504', 'Loading…', 'Loading...', 'LOADING...', 'Laden...'],
  ])('%s', (text) => expect(isErrorShape(text)).toBe(true));

  test.each([
    ...['', 'INKOOP', 'C#', 'C# ontwikkelaar', 'F#', '#1', '#12', 'nr. #3', '#team-noord', '#Amsterdam', 'Kamer 508'],
    ...[
      'Kamer:508',
      'a:b',
      'Err',
      'Error',
      'Loading',
      'Laden & lossen',
      'Wordt vervolgd…',
      'N/A',
      'REF!',
      'Hé!',
      'Wie?',
    ],
    ...['12345.BKR', 'bea@voorbeeld.nl', '10:30', '#1!'],
  ])('not %s', (text) => expect(isErrorShape(text)).toBe(false));
});
