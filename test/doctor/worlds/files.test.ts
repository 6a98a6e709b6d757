import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {certificates} from './catalogue/certificates.ts';
import {dates} from './catalogue/dates.ts';
import {files} from './catalogue/files.ts';
import {keys} from './catalogue/keys.ts';
import {paths} from './catalogue/paths.ts';

tryWorlds('files', files);
tryWorlds('keys', keys);

tryWorlds('certificates', certificates);
tryWorlds('paths', paths);
tryWorlds('dates', dates);
