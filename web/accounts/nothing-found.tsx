import { Empty } from 'antd'

/** What stands in a table without rows: nothing while they are on their way, and why there are none afterwards. */
export function NothingFound(props: { isAsking: boolean; words: string }) {
  if (props.isAsking) return <div className="vf-nothing-yet" />
  return <Empty description={props.words} />
}
