import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { Button } from 'antd'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import type { BrushTool } from './brush-chart.tsx'
import { ColourSelect } from './colour-select.tsx'
import type { MapLayout } from './prepare-map.ts'

/** How the map is laid out and coloured, and what the pointer does on it. */
export function MapTools(props: {
  hasUmap: boolean
  chosen: { layout: MapLayout; tool: BrushTool; colour: AccountField | null }
  onLayout: (layout: MapLayout) => void
  onTool: (tool: BrushTool) => void
  onColour: (colour: AccountField | null) => void
  /** Null where there is nothing to wipe away. */
  onWipe: (() => void) | null
}) {
  const { t } = useReader()
  const { layout, tool, colour } = props.chosen
  return (
    <div className="vf-bar-row vf-map-tools">
      {props.hasUmap && (
        <SegmentedControl
          label={t('segmentation.section.map.layout')}
          value={layout}
          onChange={props.onLayout}
          options={(['pca', 'umap'] as const).map((value) => ({
            value,
            label: t(`segmentation.section.map.${value}`),
          }))}
        />
      )}
      <SegmentedControl
        label={t('segments.map.tool')}
        value={tool}
        onChange={props.onTool}
        options={[
          { value: 'point', label: t('segments.map.point') },
          { value: 'rect', label: t('segments.map.rect') },
          { value: 'polygon', label: t('segments.map.lasso') },
        ]}
      />
      <ColourSelect value={colour} onChange={props.onColour} />
      {props.onWipe !== null && <Button onClick={props.onWipe}>{t('segments.map.clear')}</Button>}
    </div>
  )
}
