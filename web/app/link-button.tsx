import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A link of the app that looks like a button; it can be opened in a new tab like any link. */
export const LinkButton = createLink(Button)
