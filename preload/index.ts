/** Runs in every page of ours, sandboxed; in no page of anybody else's. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, eventChannel, keptProfileChannel } from './channels';
import type { Bridge } from './contract';

const bridge: Bridge = {
  call: (name, ...argument) => ipcRenderer.invoke(callChannel, name, argument[0]),
  keptProfile: () => ipcRenderer.invoke(keptProfileChannel),
  on: (name, listener) => {
    const deliver = (
      _event: IpcRendererEvent,
      named: string,
      payload: Parameters<typeof listener>[0],
    ) => {
      if (named === name) listener(payload);
    };
    ipcRenderer.on(eventChannel, deliver);
    return () => {
      ipcRenderer.off(eventChannel, deliver);
    };
  },
};

contextBridge.exposeInMainWorld('staffroom', bridge);
