import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Principal } from '../../common';
import type { Locale } from '../../mail';

@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** In lower case. */
  @Column('text')
  email: string;

  @Column('text', { name: 'full_name', nullable: true })
  fullName: string | null;

  @Column('text')
  role: Principal['role'];

  @Column('text')
  locale: Locale;

  /** When an admin decided the role; null while it is the configuration's. */
  @Column('timestamptz', { name: 'role_set_at', nullable: true })
  roleSetAt: Date | null;

  @Column('timestamptz', { name: 'blocked_at', nullable: true })
  blockedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
