import { Link } from '@tanstack/react-router'

/** The name of an account, leading to how it buys where its page is known. */
export function AccountLink(props: { keys: Record<string, string>; of: { account: string; accountName: string } }) {
  const { account, accountName } = props.of
  const name = accountName || account
  const key = props.keys[account]
  if (key === undefined) return name
  return (
    <Link to="/accounts/$key" params={{ key }} search={{ tab: 'behaviour' }} className="vf-account-link">
      {name}
    </Link>
  )
}
