// For pages that only say something.

import { localTimes } from './times.js';

localTimes(document);
