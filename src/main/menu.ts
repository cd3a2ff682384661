import { Menu, type MenuItemConstructorOptions } from 'electron'

const zoom: MenuItemConstructorOptions = {
  label: 'View',
  submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
}
/** On a Mac, copy, paste and quit only work through a menu. */
const macOnly: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }]

/** As little menu as will do: larger text for those who need it. Every act of the app stands on its screens. */
export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? [...macOnly, zoom] : [zoom]))
}
