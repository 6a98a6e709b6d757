import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {certificates} from './catalogue/certificates.ts';
import {dates} from './catalogue/dates.ts';
import {paths} from './catalogue/paths.ts';

tryWorlds('certificates', certificates);
tryWorlds('paths', paths);
tryWorlds('dates', dates);
