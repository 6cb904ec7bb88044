import './reader.css';
import { Reader } from './reader';

// The state that VS Code keeps is checked where it is read.
new Reader(acquireVsCodeApi()).start();
