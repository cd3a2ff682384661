import type { Locator, Page } from '@playwright/test'

/**
 * What is really drawn: in somebody's own colours the computed styles still say what we asked for. Answers the commonest colour,
 * the colour of the left edge at half height, and how much of it differs clearly from the commonest.
 */
export async function drawn(page: Page, of: Locator): Promise<{ ground: string; edge: string; ink: number }> {
  const picture = (await of.screenshot()).toString('base64')
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const paper = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    paper.drawImage(image, 0, 0)
    const points = paper.getImageData(0, 0, image.width, image.height).data
    const colours = Array.from({ length: points.length / 4 }, (_, at) => [...points.slice(at * 4, at * 4 + 3)])
    const counts = new Map<string, number>()
    for (const one of colours) counts.set(one.join(), (counts.get(one.join()) ?? 0) + 1)
    const [ground = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
    const light = ([red = 0, green = 0, blue = 0]: number[]) => (red * 3 + green * 6 + blue) / 10
    const other = colours.filter((one) => Math.abs(light(one) - light(ground.split(',').map(Number))) > 60)
    return { ground, edge: String(colours[Math.floor(image.height / 2) * image.width + 1]), ink: other.length / colours.length }
  }, picture)
}
