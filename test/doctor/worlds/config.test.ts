import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {configFiles} from './catalogue/config-files.ts';
import {configLines} from './catalogue/config-lines.ts';
import {twice} from './catalogue/twice.ts';

tryWorlds('config lines', configLines);
tryWorlds('config files', configFiles);

tryWorlds('two faults at once', twice);
