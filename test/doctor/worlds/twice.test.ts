import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {twice} from './catalogue/twice.ts';

tryWorlds('two faults at once', twice);
