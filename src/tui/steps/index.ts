/**
 * THE list of steps, in the order of the way through them. Dispatch, screens, footer, help, docs/keys.md, the breadcrumb
 * and the ways back walk it: a new step is a folder and a line here.
 */
import type { StepDefinition } from '../shell/wizard.js';
import { act } from './act/index.js';
import { confirm } from './confirm/index.js';
import { drift } from './drift/index.js';
import { environments } from './environments/index.js';
import { environment } from './environment/index.js';
import { file } from './file/index.js';
import { home } from './home/index.js';
import { history } from './history/index.js';
import { lists } from './lists/index.js';
import { map } from './map/index.js';
import { path } from './path/index.js';
import { preview } from './preview/index.js';
import { progress } from './progress/index.js';
import { result } from './result/index.js';
import { type } from './type/index.js';
import { user } from './user/index.js';
import { users } from './users/index.js';

export const STEPS: readonly StepDefinition[] = [
  home,
  type,
  environment,
  path,
  file,
  map,
  preview,
  confirm,
  progress,
  result,
  history,
  drift,
  environments,
  lists,
  users,
  user,
  act,
];
